import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { documents, type Lesson, type LessonBlock, lessons, questions } from '../../content'
import { drawingProblems, wordsOf } from './support/drawing'
import { playingSeconds, playsAtOnce } from './support/media'
import { plain } from './support/wording'

const root = path.join(import.meta.dirname, '../..')
const inRoom = (room: string, name: string): string => path.join(root, 'content', room, name)
const tokens = readFileSync(path.join(root, 'src/styles/tokens.scss'), 'utf8')
const colours = new Set(tokens.match(/#[0-9a-f]{3,6}\b/g))

const only = <T extends LessonBlock['type']>(lesson: Lesson, type: T): Extract<LessonBlock, { type: T }>[] =>
  lesson.blocks.filter((one): one is Extract<LessonBlock, { type: T }> => one.type === type)
const recordings = (one: Lesson) => [...only(one, 'audio'), ...only(one, 'video')]
const shown = (one: Lesson): { file: string; alt: string }[] => [
  ...only(one, 'picture'),
  ...only(one, 'slides').flatMap((block) => block.slides),
]
const drawings = (one: Lesson): string[] => [
  ...shown(one).map(({ file }) => file),
  ...only(one, 'video').map(({ poster }) => poster),
]
/** Everything that is read or heard, apart from headings and the check question. */
const textsOf = (one: Lesson): string[] => [
  ...only(one, 'text').flatMap(({ paragraphs }) => paragraphs),
  ...only(one, 'picture').flatMap(({ alt, caption }) => [alt, caption]),
  ...only(one, 'slides').flatMap(({ title, slides }) => [title, ...slides.flatMap(({ alt, text }) => [alt, text])]),
  ...recordings(one).flatMap(({ title, captions }) => [title, ...captions.map(({ text }) => text)]),
]

describe('the twelve lessons', () => {
  it('are four required, five basic and three elective', () => {
    const of = (track: Lesson['track']): number => lessons.filter((one) => one.track === track).length
    expect([of('required'), of('basic'), of('elective')]).toEqual([4, 5, 3])
  })

  it('rest on eight documents or more', () => {
    const cited = new Set(lessons.flatMap((one) => only(one, 'text').map(({ source }) => source.documentId)))
    expect(cited.size).toBeGreaterThanOrEqual(8)
    expect([...cited].filter((id) => !documents.some((one) => one.id === id))).toEqual([])
  })

  it('include three with slides, two to listen to and one to watch', () => {
    const having = (type: LessonBlock['type']): number => lessons.filter((one) => only(one, type).length > 0).length
    expect(having('slides')).toBeGreaterThanOrEqual(3)
    expect(having('audio')).toBeGreaterThanOrEqual(2)
    expect(having('video')).toBeGreaterThanOrEqual(1)
  })

  it('ask in all three ways, and not always for the same place', () => {
    expect(new Set(lessons.map((one) => one.check.kind))).toEqual(new Set(['single', 'multiple', 'judge']))
    const singles = lessons.filter((one) => one.check.kind === 'single').map((one) => one.check.key[0])
    for (const place of [0, 1, 2, 3]) expect(singles.filter((key) => key === place).length).toBeLessThanOrEqual(3)
    expect(new Set(lessons.filter((one) => one.check.kind === 'judge').map((one) => one.check.key[0])).size).toBe(2)
  })

  it('say nothing twice', () => {
    const paragraphs = lessons.flatMap((one) => only(one, 'text').flatMap((block) => block.paragraphs))
    const captions = lessons.flatMap((one) => only(one, 'picture').map((block) => block.caption))
    const all = [...paragraphs, ...captions].map(plain)
    expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([])
  })
})

describe.each(lessons.map((one) => [one.id, one] as const))('%s', (id, lesson) => {
  it('is short, has texts and a drawing, and takes four to eight minutes', () => {
    expect(lesson.blocks.length).toBeGreaterThanOrEqual(4)
    expect(lesson.blocks.length).toBeLessThanOrEqual(7)
    expect(only(lesson, 'text').length).toBeGreaterThanOrEqual(3)
    expect(shown(lesson).length).toBeGreaterThanOrEqual(1)
    expect(lesson.minutes).toBeGreaterThanOrEqual(4)
    expect(lesson.minutes).toBeLessThanOrEqual(8)
  })

  it('is written in short Chinese paragraphs without letters, paths and empty lines', () => {
    for (const text of textsOf(lesson)) {
      expect(text).not.toMatch(/[A-Za-z/\\]/)
      expect(plain(text).length, text).toBeGreaterThanOrEqual(2)
      expect(plain(text).length, text).toBeLessThanOrEqual(100)
    }
  })

  it('describes every drawing for those who do not see it: at least three of four of its words are in the text beside it', () => {
    for (const { file, alt } of shown(lesson)) {
      const words = wordsOf(readFileSync(inRoom('pictures', file), 'utf8')).filter((one) =>
        /\p{Script=Han}{2}/u.test(one),
      )
      const signs = [...plain(words.join(''))]
      const said = signs.filter((sign) => alt.includes(sign))
      expect(said.length, `${file}: ${alt}`).toBeGreaterThanOrEqual(signs.length * 0.75)
    }
  })

  it('shows slides in threes to sixes', () => {
    for (const { slides } of only(lesson, 'slides')) expect([3, 4, 5, 6]).toContain(slides.length)
  })

  it('names its files after itself, and they are there', () => {
    for (const file of drawings(lesson)) {
      expect(file).toMatch(new RegExp(`^${id}-[1-9]\\.svg$`))
      expect(existsSync(inRoom('pictures', file)), file).toBe(true)
    }
    for (const { type, file } of recordings(lesson)) {
      expect(file).toBe(`${id}.${type === 'audio' ? 'm4a' : 'mp4'}`)
      expect(statSync(inRoom('media', file)).size).toBeLessThanOrEqual(type === 'audio' ? 400_000 : 900_000)
    }
  })

  it('says how long its recordings really are, and that the voice is synthetic', () => {
    for (const { title, file, seconds } of recordings(lesson)) {
      const bytes = readFileSync(inRoom('media', file))
      expect(Math.abs((playingSeconds(bytes) ?? 0) - seconds)).toBeLessThanOrEqual(1.5)
      expect(playsAtOnce(bytes)).toBe(true)
      expect(title).toContain('合成语音')
    }
  })

  it('captions what is heard, from the beginning to the end, each line long enough to read', () => {
    const narration: { file: string; lines: { text: string }[] }[] = JSON.parse(
      readFileSync(inRoom('media', 'narration.json'), 'utf8'),
    )
    for (const { file, seconds, captions } of recordings(lesson)) {
      const spoken = narration.find((one) => one.file === file)?.lines.map(({ text }) => text)
      expect(captions.map(({ text }) => text)).toEqual(spoken)
      expect(captions[0]?.at).toBeLessThan(1)
      const ends = [...captions.slice(1).map(({ at }) => at), seconds]
      for (const [index, { at }] of captions.entries()) expect((ends[index] ?? 0) - at).toBeGreaterThanOrEqual(1.5)
    }
  })

  it('points at three to eight questions of the handbook, each once', () => {
    const known = new Set(questions.map((one) => one.id))
    expect(lesson.questions.filter((one) => !known.has(one))).toEqual([])
    expect(new Set(lesson.questions).size).toBe(lesson.questions.length)
    expect(lesson.questions.length).toBeGreaterThanOrEqual(3)
    expect(lesson.questions.length).toBeLessThanOrEqual(8)
  })
})

describe('the pictures', () => {
  const files = readdirSync(path.join(root, 'content/pictures')).sort()

  it('are all shown, and none is forgotten', () => {
    expect(files).toEqual([...new Set(lessons.flatMap(drawings))].sort())
  })

  it.each(files)('%s is small, plain, readable and in the colours of the app', (file) => {
    expect(statSync(inRoom('pictures', file)).size).toBeLessThanOrEqual(6 * 1024)
    expect(drawingProblems(readFileSync(inRoom('pictures', file), 'utf8'), colours)).toEqual([])
  })

  const around = (inside: string): string[] =>
    drawingProblems(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 690 388" font-family="sans-serif">${inside}</svg>`,
      colours,
    )

  it.each([
    ['<script>alert(1)</script>', 'an element script'],
    ['<foreignObject width="9"></foreignObject>', 'an element foreignObject'],
    ['<g onload="alert(1)"></g>', 'an attribute onload'],
    ['<g xlink:href="a.svg"></g>', 'an attribute xlink:href'],
    ['<rect style="fill:red"/>', 'an attribute style'],
    ['<rect fill="url(#a)"/>', 'a reference url(#a)'],
    ['<rect fill="#123456"/>', 'a colour of its own: #123456'],
    ['<g onload=alert(1)></g>', 'not plain elements'],
    ['<text x="345" y="9" font-size="25" text-anchor="middle">小</text>', 'too small: 小'],
    ['<text x="345" y="9">小</text>', 'too small: 小'],
    ['<text x="600" y="9" font-size="30">四个字呀</text>', 'cut off: 四个字呀'],
    ['<text x="40" y="9" font-size="30" text-anchor="middle">四个字呀</text>', 'cut off: 四个字呀'],
  ])('finds the fault in %s', (inside, problem) => {
    expect(around('<text x="345" y="200" font-size="30" text-anchor="middle">四个字呀</text>')).toEqual([])
    expect(around(inside)).toContain(problem)
  })

  it('refuses another size', () => {
    expect(drawingProblems('<svg viewBox="0 0 100 100" font-family="sans-serif"></svg>', colours)).toEqual([
      'not 690 × 388',
    ])
  })
})
