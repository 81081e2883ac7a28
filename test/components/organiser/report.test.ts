import { describe, expect, it } from 'vitest'
import { codesInText, listedFigures, sentencesOf, sizeText } from '@/organiser/pages/report/report.shared'

describe('the report on the page', () => {
  it('sets a sentence apart when a source is missing in it, and only that one', () => {
    const sentences = sentencesOf([
      { text: '共有 ' },
      { text: '2,847', figure: 'quiz.people' },
      { text: ' 名党员答题。硬化道路' },
      { text: '暂无数据来源', figure: 'poverty.road_km', missing: true },
      { text: '。全县开展活动。' },
    ])
    expect(sentences.map((s) => [s.missing, s.pieces.map((p) => p.text).join('')])).toEqual([
      [false, '共有 2,847 名党员答题。'],
      [true, '硬化道路暂无数据来源。'],
      [false, '全县开展活动。'],
    ])
    expect(sentences[0]?.pieces[1]).toEqual({ at: 1, type: 'figure', text: '2,847', code: 'quiz.people' })
    expect(sentences[1]?.pieces[1]).toEqual({ at: 4, type: 'missing', text: '暂无数据来源', code: 'poverty.road_km' })
  })

  it('loses no word, whatever the marks', () => {
    const runs = [{ text: '；甲；乙' }, { text: '3', figure: 'a' }, { text: '丙。' }, { text: '丁' }]
    const whole = sentencesOf(runs)
      .flatMap((s) => s.pieces)
      .map((p) => p.text)
      .join('')
    expect(whole).toBe('；甲；乙3丙。丁')
  })

  it('lists the figures of the text once, in the order of the text', () => {
    expect(
      codesInText([
        { type: 'heading', level: 1, text: '一、总体情况' },
        { type: 'paragraph', runs: [{ text: '甲', figure: 'b' }, { text: '乙' }, { text: '丙', figure: 'a' }] },
        { type: 'paragraph', runs: [{ text: '丁', figure: 'b' }] },
      ]),
    ).toEqual(['b', 'a'])
  })

  it('lists figures with a value before those without, and none that the text does not use', () => {
    const figure = (code: string, value: number | null) =>
      ({ code, value, state: value === null ? 'noSource' : 'ok' }) as const
    const runs = ['a', 'b', 'c'].map((code) => ({ text: code, figure: code }))
    const listed = listedFigures({
      document: { title: '', signature: '', day: '2026-11-22', blocks: [{ type: 'paragraph', runs }] },
      figures: [figure('c', 0), figure('d', 1), figure('b', 2), figure('a', null)],
    })
    expect(listed.map((one) => one.code)).toEqual(['b', 'c', 'a'])
  })

  it('says how large a file is', () => {
    expect(sizeText(300)).toBe('1 KB')
    expect(sizeText(18_432)).toBe('18 KB')
    expect(sizeText(1_310_720)).toBe('1.3 MB')
  })
})
