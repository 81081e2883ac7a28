import fc from 'fast-check'
import type { QuestionKind } from '@/contracts/quiz'
import type { ExplainedQuestion } from '@/domain/quiz'

export type TestQuestion = ExplainedQuestion & { readonly tags: readonly string[] }

/** A question whose options are 甲, 乙, … and whose explanation gives the key away, so that a leak is seen. */
export function question(
  id: string,
  kind: QuestionKind,
  key: number[],
  more: { options?: number; difficulty?: 1 | 2 | 3; tags?: string[]; accepted?: string[] } = {},
): TestQuestion {
  const count = kind === 'fill' ? 0 : kind === 'judge' ? 2 : (more.options ?? 4)
  return {
    id,
    kind,
    stem: `题干 ${id}`,
    options: kind === 'judge' ? ['正确', '错误'] : Array.from('甲乙丙丁戊己').slice(0, count),
    key: kind === 'fill' ? [] : key,
    accepted: kind === 'fill' ? (more.accepted ?? [`填${id}`]) : [],
    difficulty: more.difficulty ?? 1,
    explanation: `解析 ${id}：${key.join('')}`,
    source: { document: '示例条例', article: '第一条' },
    tags: more.tags ?? [],
  }
}

const oneQuestion = fc
  .record({
    kind: fc.constantFrom<QuestionKind>('single', 'multiple', 'judge', 'fill'),
    options: fc.integer({ min: 3, max: 6 }),
    difficulty: fc.constantFrom<1 | 2 | 3>(1, 2, 3),
    wish: fc.uniqueArray(fc.nat({ max: 5 }), { minLength: 1, maxLength: 6 }),
  })
  .map(({ kind, options, difficulty, wish }) => {
    const count = kind === 'judge' ? 2 : options
    const fitting = [...new Set(wish.map((index) => index % count))].sort((a, b) => a - b)
    return { kind, options, difficulty, key: kind === 'multiple' ? fitting : fitting.slice(0, 1) }
  })

/** Any pool of 1 to 12 sound questions with ids q0, q1, …. */
export const anyQuestions = fc
  .array(oneQuestion, { minLength: 1, maxLength: 12 })
  .map((list) =>
    list.map(({ kind, key, options, difficulty }, i) => question(`q${i}`, kind, key, { options, difficulty })),
  )
