import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { LessonDoc, QuizQuestion } from '../../cloudfunctions/_data/documents'
import { documents, lessons, questions } from '../../content'
import { DocumentSchema, LessonSchema, QuestionSchema } from './support/schemas'
import { askedProblems } from './support/wording'

const folder = path.join(import.meta.dirname, '../../content')
const names = (room: string): string[] => readdirSync(path.join(folder, room)).sort()
const read = (room: string, name: string): unknown => JSON.parse(readFileSync(path.join(folder, room, name), 'utf8'))

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

  it('can be stored as it is: the collections take these questions and lessons', () => {
    // Checked by the compiler: content/index.ts and the stored shapes must not drift apart.
    const stored: QuizQuestion[] = questions
    const lessonParts: Pick<LessonDoc, 'title' | 'track' | 'minutes' | 'sections' | 'check'>[] = lessons
    expect([stored.length, lessonParts.length]).toEqual([questions.length, lessons.length])
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

  it('is large enough for the demo: thirty questions of all kinds from six documents, two lessons', () => {
    const of = (kind: string): number => questions.filter((one) => one.kind === kind).length
    expect(questions.length).toBeGreaterThanOrEqual(30)
    expect(new Set(questions.map((one) => one.source.documentId)).size).toBeGreaterThanOrEqual(6)
    expect([of('single') >= 16, of('multiple') >= 8, of('judge') >= 6]).toEqual([true, true, true])
    expect(lessons.length).toBeGreaterThanOrEqual(2)
  })
})

describe('keys and options', () => {
  it.each([...questions, ...lessons.map((one) => ({ ...one.check, id: one.id }))])('$id has no fault', (asked) => {
    expect(askedProblems(asked)).toEqual([])
  })

  it.each([
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
    [{ kind: 'judge', options: ['正确', '错误'] }, 'judge states, the others ask'],
  ] as const)('finds the fault in %o', (change, problem) => {
    expect(askedProblems(sample)).toEqual([])
    const wrong = { ...sample, ...change }
    expect(askedProblems({ ...wrong, options: [...wrong.options], key: [...wrong.key] })).toContain(problem)
  })
})
