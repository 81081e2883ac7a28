import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { QuizQuestion } from '../../cloudfunctions/_data/documents'
import { documents, lessons, questions } from '../../content'
import { DocumentSchema, LessonSchema, QuestionSchema } from './support/schemas'
import { type Asked, askedProblems } from './support/wording'

const folder = path.join(import.meta.dirname, '../../content')
const names = (room: string): string[] => readdirSync(path.join(folder, room)).sort()
const read = (room: string, name: string): unknown => JSON.parse(readFileSync(path.join(folder, room, name), 'utf8'))

/** How often each value occurs. */
function tally<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

const sample = {
  id: 'q-sample-001',
  kind: 'single' as const,
  stem: '示例问题问的是什么？',
  options: ['甲的说法', '乙的说法', '丙的说法', '丁的说法'],
  key: [1],
  explanation: '这里用自己的话说明为什么乙的说法符合条文的规定。',
  source: { document: '示例条例', documentId: 'sample', article: '第三条' },
  tags: ['rights'],
  difficulty: 1,
}

describe('the shape of the content', () => {
  it('has every document, question and lesson in the declared shape', () => {
    expect(() => v.parse(v.array(DocumentSchema), documents)).not.toThrow()
    expect(() => v.parse(v.array(QuestionSchema), questions)).not.toThrow()
    expect(() => v.parse(v.array(LessonSchema), lessons)).not.toThrow()
  })

  it('refuses an unknown field, an unknown tag and a difficulty that does not exist', () => {
    expect(v.is(QuestionSchema, sample)).toBe(true)
    expect(v.is(QuestionSchema, { ...sample, answer: 1 })).toBe(false)
    expect(v.is(QuestionSchema, { ...sample, tags: ['right'] })).toBe(false)
    expect(v.is(QuestionSchema, { ...sample, difficulty: 4 })).toBe(false)
    expect(v.is(QuestionSchema, { ...sample, id: 'Q 1' })).toBe(false)
  })

  it('can be stored as it is: the collections take these questions', () => {
    // Checked by the compiler: content/index.ts and the stored shapes must not drift apart.
    const stored: QuizQuestion[] = questions.map((one) => ({ ...one, accepted: one.accepted ?? [] }))
    expect(stored).toHaveLength(questions.length)
  })

  it('loses no file: everything in the folders is exported, under the id that the file is named after', () => {
    expect(names('questions')).toEqual([...new Set(questions.map((one) => `${one.source.documentId}.json`))].sort())
    expect(names('questions').flatMap((name) => read('questions', name))).toHaveLength(questions.length)
    expect(names('lessons')).toEqual(lessons.map((one) => `${one.id}.json`).sort())
  })

  it('uses an id once', () => {
    for (const list of [documents, questions, lessons]) {
      expect(new Set(list.map((one) => one.id)).size).toBe(list.length)
    }
  })

  it('has 120 questions from ten documents or more, at least four and at most 24 from each', () => {
    expect(questions).toHaveLength(120)
    const each = tally(questions.map((one) => one.source.documentId))
    expect(each.size).toBeGreaterThanOrEqual(10)
    for (const [id, count] of each) expect([id, count >= 4, count <= 24]).toEqual([id, true, true])
  })

  it('mixes the kinds 40 : 25 : 20 : 15 and the difficulties 45 : 50 : 25, give or take a few', () => {
    const near = (counts: Map<unknown, number>, wanted: Record<string, number>, slack: number): void => {
      expect([...counts.keys()].map(String).sort()).toEqual(Object.keys(wanted).sort())
      for (const [name, count] of counts)
        expect(Math.abs(count - (wanted[String(name)] ?? 0))).toBeLessThanOrEqual(slack)
    }
    near(tally(questions.map((one) => one.kind)), { single: 48, multiple: 30, judge: 24, fill: 18 }, 3)
    near(tally(questions.map((one) => one.difficulty)), { 1: 45, 2: 50, 3: 25 }, 5)
  })

  it('spreads every tag over three questions or more, so that a quiz can be dealt by tag', () => {
    for (const [tag, count] of tally(questions.flatMap((one) => one.tags))) {
      expect([tag, count >= 3]).toEqual([tag, true])
    }
  })
})

describe('keys and options', () => {
  it.each([...questions, ...lessons.map((one) => ({ ...one.check, id: one.id }))])('$id has no fault', (asked) => {
    expect(askedProblems(asked)).toEqual([])
  })

  const faults: [change: Partial<Asked>, problem: string][] = [
    [{ key: [4] }, 'a key beyond the options'],
    [{ key: [1, 2] }, 'one right option'],
    [{ options: ['甲', '乙'], key: [1] }, 'three to five options'],
    [{ options: ['甲', '乙', '甲。', '丁'] }, 'an option twice'],
    [{ kind: 'multiple', key: [2, 0] }, 'the key is not ascending'],
    [{ kind: 'multiple', key: [1, 1] }, 'the key is not ascending'],
    [{ kind: 'multiple', key: [1] }, 'multiple: two right, one wrong at least'],
    [{ kind: 'multiple', key: [0, 1, 2, 3] }, 'multiple: two right, one wrong at least'],
    [{ kind: 'judge', stem: '这是一句陈述。', options: ['对', '错'] }, 'judge options are 正确, 错误'],
    [{ kind: 'judge', stem: '这是一句陈述。', options: ['错误', '正确'] }, 'judge options are 正确, 错误'],
    [{ kind: 'judge', options: ['正确', '错误'] }, 'judge and fill state, the others ask'],
    [{ kind: 'multiple', options: ['甲', '乙', '丙'], key: [0, 1] }, 'multiple: four or five options'],
    [{ stem: '示例____问的是什么？' }, 'a gap in a question with options'],
    [{ accepted: ['乙'] }, 'a gap in a question with options'],
  ]

  it.each(faults)('finds the fault in %o', (change, problem) => {
    expect(askedProblems(sample)).toEqual([])
    expect(askedProblems({ ...sample, ...change })).toContain(problem)
  })
})
