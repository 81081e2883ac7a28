import { describe, expect, it } from 'vitest'
import { lessons, questions } from '../../content'
import { askedProblems, nearDuplicates, plain, similarity } from './support/wording'

const stems = [...questions, ...lessons.map((one) => one.check)].map((one) => one.stem)

describe('similarity of stems', () => {
  it('is 1 for the same words, 0 for words with no pair in common, and by hand in between', () => {
    expect(similarity('预备期从哪一天算起？', '预备期，从哪一天算起')).toBe(1)
    expect(similarity('预备期多长？', '怎样交党费？')).toBe(0)
    // 甲乙 乙丙 丙丁 against 甲乙 乙丙 丙戊: two pairs of three shared on each side.
    expect(similarity('甲乙丙丁', '甲乙丙戊')).toBeCloseTo(2 / 3)
  })

  it('finds the same question in slightly other words', () => {
    const pair: [string, string] = ['预备党员的预备期从哪一天算起？', '预备党员的预备期应当从哪一天开始算起？']
    expect(nearDuplicates([...pair, '党支部多久开展一次主题党日？'])).toEqual([pair])
  })

  it('finds no two alike in the handbook and the lessons', () => {
    expect(new Set(stems.map(plain)).size).toBe(stems.length)
    expect(nearDuplicates(stems)).toEqual([])
  })
})

describe('words that may not occur', () => {
  const sample = {
    kind: 'single' as const,
    stem: '示例问题问的是什么？',
    options: ['甲的说法', '乙的说法', '丙的说法', '丁的说法'],
    key: [1],
    explanation: '这里用自己的话说明为什么乙的说法符合条文的规定。',
  }

  it.each(['以上都对', '以上都是', '以上说法以上皆非', '都不正确'])('refuses the option %s', (text) => {
    expect(askedProblems({ ...sample, options: ['甲', '乙', '丙', text] })).toEqual([`all or none: ${text}`])
  })

  it('refuses an explanation that is empty, repeats the stem, runs on, or names an option by its letter', () => {
    const problems = (explanation: string): string[] => askedProblems({ ...sample, explanation })
    const stem = '这个示例问题说的是哪一种情形下的哪一项规定？'
    expect(problems('')).toContain('the explanation explains nothing')
    expect(problems('见条文。')).toContain('the explanation explains nothing')
    expect(askedProblems({ ...sample, stem, explanation: stem })).toContain('the explanation explains nothing')
    expect(problems('一句话说一点理由。两句话说两点。三句话说三点。四句话太多了。')).toContain(
      'an explanation of more than three sentences',
    )
    const byLetter = '应当选B，因为条文就是这样写的，其他几种说法不符合规定。'
    expect(problems(byLetter)).toEqual([`foreign letters: ${byLetter}`])
    const byPlace = '前面的说法都不符合条文，第二项正确，因为条文就是这样写的。'
    expect(problems(byPlace)).toEqual([`names an option by its place: ${byPlace}`])
  })

  it('refuses a path or an address', () => {
    expect(askedProblems({ ...sample, stem: '见 notes/a.txt 第三条的规定是什么？' })).toEqual([
      'foreign letters: 见 notes/a.txt 第三条的规定是什么？',
    ])
  })

  it('keeps the paragraphs of the lessons short, Chinese and each said once', () => {
    for (const { id, title, blocks } of lessons) {
      const texts = blocks.flatMap((one) => (one.type === 'text' ? [one] : []))
      const paragraphs = texts.flatMap((one) => one.paragraphs)
      expect(new Set(paragraphs).size).toBe(paragraphs.length)
      for (const text of [title, ...texts.map((one) => one.heading), ...paragraphs]) {
        expect([id, text]).toEqual([id, expect.not.stringMatching(/[A-Za-z/\\]/)])
        expect(plain(text).length, text).toBeLessThanOrEqual(100)
      }
    }
  })
})
