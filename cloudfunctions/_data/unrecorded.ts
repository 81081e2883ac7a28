import { aggregate, findById, findByIds, put } from './database'
import type { CounterDoc, PersonDoc } from './documents'
import { recordFactOf } from './facts'
import { findModes } from './quizzes'

/** A paper that came in, and how many entries of the ledger say so. */
interface CheckedPaper {
  _id: string
  quizId: string
  personId: string
  at: number
  receivedAt: number
  facts: number
}

const CURSOR = 'papersChecked'
const PAGE = 500
/** Calls that received a paper before this have ended: none can still keep one with an earlier instant. Functions end within a minute. */
const ENDED_AFTER_MS = 120_000

const papersReceived = (after: number, until: number) =>
  aggregate<CheckedPaper>('attempts', [
    { $match: { 'submission.receivedAt': { $gt: after, $lte: until } } },
    { $sort: { 'submission.receivedAt': 1 } },
    { $limit: PAGE },
    {
      $project: {
        ...{ quizId: 1, personId: 1, at: '$submission.at', receivedAt: '$submission.receivedAt' },
        factId: { $concat: ['quiz.', '$quizId', '.', '$personId'] },
      },
    },
    { $lookup: { from: 'facts', localField: 'factId', foreignField: '_id', as: 'fact' } },
    { $project: { quizId: 1, personId: 1, at: 1, receivedAt: 1, facts: { $size: '$fact' } } },
  ])

/**
 * Records the participation of those whose paper was kept by a call that died before it wrote the fact, and who did not send it again. Goes through
 * the papers in the order in which they came, each once, and remembers how far; safe to repeat, to interrupt and to run twice at once. A practice has
 * no facts, and who was no member then has none either. The number recorded.
 */
export async function recordMissing(now: number, isOver: () => boolean): Promise<number> {
  const cursor = await findById<CounterDoc>('counters', CURSOR)
  const until = now - ENDED_AFTER_MS
  let after = cursor?.next ?? 0
  let recorded = 0
  while (!isOver()) {
    const papers = await papersReceived(after, until)
    const first = papers[0]
    if (!first) return recorded
    recorded += await record(
      papers.filter(({ facts }) => facts === 0),
      now,
    )
    const last = papers[papers.length - 1] ?? first
    const all = papers.length < PAGE
    // a page may end between papers of the same instant: the next one begins with that instant again (nobody receives 500 in a millisecond)
    after = all ? until : last.receivedAt > first.receivedAt ? last.receivedAt - 1 : last.receivedAt
    await put<CounterDoc>('counters', { _id: CURSOR, next: after })
    if (all) return recorded
  }
  return recorded
}

async function record(papers: readonly CheckedPaper[], now: number): Promise<number> {
  if (papers.length === 0) return 0
  const modes = new Map(
    (await findModes([...new Set(papers.map(({ quizId }) => quizId))])).map((one) => [one._id, one.mode]),
  )
  const counted = papers.filter(({ quizId }) => modes.get(quizId) === 'exam' || modes.get(quizId) === 'daily')
  const people = await findByIds<PersonDoc>('people', [...new Set(counted.map(({ personId }) => personId))])
  const byId = new Map(people.map((person) => [person._id, person]))
  let recorded = 0
  for (const { quizId, personId, at } of counted) {
    const person = byId.get(personId)
    if (!person) continue
    const taking = { kind: 'quiz' as const, activityId: quizId, occurredAt: at, recordedAt: now }
    const fact = await recordFactOf(person, { ...taking, channel: 'self', recorder: null, reason: null })
    if (fact) recorded++
  }
  return recorded
}
