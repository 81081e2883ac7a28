import { aggregate, findByIds } from './database'
import type { PersonDoc } from './documents'
import { recordFactOf } from './facts'
import { findModes } from './quizzes'
import { walkReceived } from './received'
import { recordMissingRemote } from './unrecorded-remote'

/** A paper that came in, and how many entries of the ledger say so. */
interface CheckedPaper {
  _id: string
  quizId: string
  personId: string
  at: number
  receivedAt: number
  facts: number
}

const PAGE = 500

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
 * Records the participation of those whose paper, or text from afar, was kept by a call that died before it wrote the fact, and who did not send it
 * again. The number recorded.
 */
export async function recordMissing(now: number, isOver: () => boolean): Promise<number> {
  const [papers, remote] = await Promise.all([recordMissingPapers(now, isOver), recordMissingRemote(now, isOver)])
  return papers + remote
}

/** A practice has no facts, and who was no member then has none either. */
const recordMissingPapers = (now: number, isOver: () => boolean): Promise<number> =>
  walkReceived<CheckedPaper>(
    {
      counter: 'papersChecked',
      page: PAGE,
      read: papersReceived,
      see: (papers) =>
        record(
          papers.filter(({ facts }) => facts === 0),
          now,
        ),
    },
    now,
    isOver,
  )

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
