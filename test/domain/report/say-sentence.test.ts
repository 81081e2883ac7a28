import { describe, expect, it } from 'vitest'
import { type Speaker, saySentence } from '@/domain/report/say-sentence'
import type { Sentence } from '@/domain/report/template/template'
import { byCode, figureOf, type Given } from './figures'

function speakerWith(given: Record<string, Given>, kind: Speaker['kind'] = 'county'): Speaker {
  const figures = byCode(Object.entries(given).map(([code, one]) => figureOf(code, one)))
  const figure = (code: string) => {
    const found = figures.get(code)
    if (!found) throw new Error(code)
    return found
  }
  return {
    kind,
    figure,
    below: [],
    somethingMissing: [...figures.values()].some(({ state }) => state === 'noSource'),
    filling: { word: () => '全县', figure: (place) => String(figure(place.figure).value) },
  }
}

const say = (sentence: Sentence, given: Record<string, Given>, kind?: Speaker['kind']) => {
  const { runs, missing } = saySentence(sentence, speakerWith(given, kind))
  return { text: runs.map(({ text }) => text).join(''), missing }
}

const sessions: Sentence = {
  id: 'a.b',
  clauses: [{ say: '开展{s}场次' }, { say: '计{t}人次' }, { say: '到会率{r}', notDue: '没有应到名单' }],
  zero: { of: 's', say: '本期未开展' },
}

describe('a sentence', () => {
  it('joins its clauses and ends', () => {
    expect(say(sessions, { s: 2, t: 30, r: [1, 2] })).toEqual({ text: '开展2场次，计30人次，到会率0.5。', missing: [] })
  })

  it('says one sentence when the count is truly zero', () => {
    expect(say(sessions, { s: 0, t: 0, r: 'notDue' })).toEqual({ text: '本期未开展。', missing: [] })
  })

  it('never takes a missing figure for zero', () => {
    expect(say(sessions, { s: 'noSource', t: 'noSource', r: 'noSource' })).toEqual({
      text: '',
      missing: [{ code: 's' }, { code: 't' }, { code: 'r' }],
    })
  })

  it('leaves out the clause without a source and names its figure', () => {
    expect(say(sessions, { s: 2, t: 'noSource', r: [1, 2] })).toEqual({
      text: '开展2场次，到会率0.5。',
      missing: [{ code: 't' }],
    })
  })

  it('says so when a ratio has nothing to divide by, or keeps quiet', () => {
    expect(say(sessions, { s: 2, t: 3, r: 'notDue' }).text).toBe('开展2场次，计3人次，没有应到名单。')
    expect(say({ id: 'a.b', clauses: [{ say: '整改率{r}' }] }, { r: 'notDue' })).toEqual({ text: '', missing: [] })
  })

  it('is left out for organisations that it does not suit, missing figures included', () => {
    const forCounties: Sentence = { id: 'a.b', clauses: [{ say: '督导组{g}个' }], only: ['county'] }
    expect(say(forCounties, { g: 3 }, 'county').text).toBe('督导组3个。')
    expect(say(forCounties, { g: 'noSource' }, 'branch')).toEqual({ text: '', missing: [] })
  })
})

describe('conditions', () => {
  const positive: Sentence = {
    id: 'a.b',
    clauses: [{ say: '抽查{n}次', when: { figure: 'n', is: 'positive' }, otherwise: '未抽查' }],
  }
  const below: Sentence = { id: 'a.b', clauses: [{ say: '还有{r}', when: { figure: 'r', is: 'below', than: 1 } }] }
  const whenMissing: Sentence = { id: 'a.b', clauses: [{ say: '请补报', when: { is: 'somethingMissing' } }] }

  it('says a clause when its condition holds, otherwise the other words', () => {
    expect(say(positive, { n: 4 }).text).toBe('抽查4次。')
    expect(say(positive, { n: 0 }).text).toBe('未抽查。')
    expect(say(below, { r: [1, 2] }).text).toBe('还有0.5。')
    expect(say(below, { r: [2, 2] }).text).toBe('')
  })

  it('holds for no figure without a value', () => {
    expect(say(below, { r: 'notDue' })).toEqual({ text: '', missing: [] })
    expect(say(positive, { n: 'noSource' })).toEqual({ text: '', missing: [{ code: 'n' }] })
  })

  it('knows whether anything is missing', () => {
    expect(say(whenMissing, { a: 'noSource' }).text).toBe('请补报。')
    expect(say(whenMissing, { a: 1 }).text).toBe('')
  })
})

describe('clauses that are spoken of together', () => {
  const rates: Sentence = {
    id: 'a.b',
    lead: '按类别看，',
    clauses: [
      { say: '农村{a}', called: '各类到会率' },
      { say: '社区{b}', called: '各类到会率' },
    ],
  }

  it('has its first words when a clause is said', () => {
    expect(say(rates, { a: [1, 2], b: [1, 4] }).text).toBe('按类别看，农村0.5，社区0.25。')
    expect(say(rates, { a: 'notDue', b: [1, 4] }).text).toBe('按类别看，社区0.25。')
    expect(say(rates, { a: 'notDue', b: 'notDue' }).text).toBe('')
  })

  it('names its figures by one name', () => {
    expect(say(rates, { a: 'noSource', b: 'noSource' })).toEqual({
      text: '',
      missing: [{ called: '各类到会率' }, { called: '各类到会率' }],
    })
  })
})
