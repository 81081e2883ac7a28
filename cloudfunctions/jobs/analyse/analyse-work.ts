import { canSeeFigures } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import {
  choosePapers,
  EVERYONE,
  emptyTally,
  joinTallies,
  paperReader,
  type Tally,
  tallyBranch,
  whichOf,
} from '@/domain/quiz/analysis'
import { dayOf } from '@/domain/time/day'
import {
  analysisId,
  type Branch,
  branchesAfter,
  countBranches,
  everSeatedIn,
  type HandedInPaper,
  papersOfPeople,
  putAnalysis,
  type Seated,
} from '../../_data/analyses'
import type { QuizDoc } from '../../_data/documents'
import { findPart, putPart } from '../../_data/jobs'
import { type PackedTally, packTally, unpackTally } from '../../_data/packed-tally'
import { findQuiz } from '../../_data/quizzes'
import type { JobKindWork, Stepped } from '../job-kind'

export interface AnalyseInput {
  readonly quizId: string
  /** Whose answers: an organisation within the quiz's, or the quiz's own. */
  readonly orgId: string
  readonly keyVersion: number
}

/** How far it is: which part has what was tallied so far. */
export interface AnalyseCheckpoint {
  readonly part: number
  readonly asOf: number
  readonly total: number
}

/** What was tallied so far, with the branch that was the last: both in one document, so that they belong together whoever wrote it last. */
interface Tallied {
  readonly after: string
  readonly branches: number
  readonly packed: PackedTally
}

const BRANCHES_A_STEP = 25
const GONE = '没有找到这次答题，可能已经撤下。'
const CORRECTED = '刚刚有一道题的答案更正了，请重新分析。'

/**
 * Goes through the branches of an organisation, and in each through the papers of those who belonged there when they were dealt theirs: a person who moved counts once, where
 * they were. What it keeps are sums (domain/quiz/analysis); the statistics are worked out when somebody looks.
 */
export const analyseWork: JobKindWork<AnalyseInput, AnalyseCheckpoint> = {
  may: ({ caller, orgPath }) => canSeeFigures(caller, orgPath),
  async step(checkpoint, { job, input, now }): Promise<Stepped<AnalyseCheckpoint>> {
    const quiz = await findQuiz(input.quizId)
    if (!quiz) return { go: 'failed', problem: GONE }
    // sums of two keys do not add up to anything
    if ((quiz.keyVersion ?? 0) !== input.keyVersion) return { go: 'failed', problem: CORRECTED }
    const at = checkpoint ?? { part: 0, asOf: now, total: await countBranches(input.orgId) }
    const kept = at.part === 0 ? null : await findPart(job._id, nameOf(at.part))
    const so = (kept?.data as Tallied | undefined) ?? { after: '', branches: 0, packed: packTally(emptyTally()) }
    const tally = unpackTally(so.packed)
    const branches = await branchesAfter(input.orgId, so.after, BRANCHES_A_STEP)
    if (branches.length === 0) {
      const { quizId, orgId, keyVersion } = input
      const _id = analysisId(quizId, orgId, keyVersion)
      await putAnalysis({ _id, quizId, orgId, keyVersion, which: whichOf(quiz.mode), asOf: at.asOf, tally })
      return { go: 'done', result: null, done: so.branches }
    }
    const next: Tallied = {
      after: branches[branches.length - 1]?._id ?? so.after,
      branches: so.branches + branches.length,
      packed: packTally(joinTallies(tally, await tallyOf(quiz, input.orgId, branches))),
    }
    await putPart(job._id, nameOf(at.part + 1), next)
    const total = Math.max(at.total, next.branches)
    return { go: 'on', checkpoint: { part: at.part + 1, asOf: at.asOf, total }, done: next.branches, total }
  },
}

const nameOf = (part: number): string => `t${String(part).padStart(5, '0')}`

async function tallyOf(quiz: QuizDoc, orgId: string, branches: readonly Branch[]): Promise<Tally> {
  const people = await everSeatedIn(branches.map(({ _id }) => _id))
  const papers = await papersOfPeople(
    quiz._id,
    people.map(({ _id }) => _id),
  )
  const read = paperReader(quiz)
  const tally = emptyTally()
  const byBranch = papersByBranch(quiz, people, papers)
  for (const branch of branches) {
    const taken = (byBranch.get(branch._id) ?? []).map(({ dealt, submission: { answers } }) => read({ dealt, answers }))
    const like = taken.flatMap((paper) => (paper ? [paper] : []))
    tally.unlike += taken.length - like.length
    tallyBranch(tally, like, groupsOf(branch, orgId))
  }
  return tally
}

/** The papers that count, by the branch to which their person belonged when they were dealt; those of other branches too, which are not asked for here. */
function papersByBranch(
  quiz: QuizDoc,
  people: readonly Seated[],
  papers: readonly HandedInPaper[],
): Map<string, HandedInPaper[]> {
  const ofPerson = new Map<string, HandedInPaper[]>()
  for (const paper of papers) ofPerson.set(paper.personId, [...(ofPerson.get(paper.personId) ?? []), paper])
  const byBranch = new Map<string, HandedInPaper[]>()
  for (const { _id, seatings } of people) {
    for (const paper of choosePapers(ofPerson.get(_id) ?? [], whichOf(quiz.mode))) {
      const orgId = seatingOn(seatings, dayOf(paper.dealtAt))
      if (orgId !== null) byBranch.set(orgId, [...(byBranch.get(orgId) ?? []), paper])
    }
  }
  return byBranch
}

const seatingOn = (seatings: Seated['seatings'], day: string): string | null =>
  placeOn({ seatings, mobileSpells: [], fullFrom: null, bornYear: 0 }, day)?.orgId ?? null

/** The groups for which it counts how articles are known: everyone, the branch's category, and the organisation below the one asked about. */
function groupsOf({ path, category }: Branch, orgId: string): string[] {
  const child = path[path.indexOf(orgId) + 1]
  return [EVERYONE, ...(category ? [`c:${category}`] : []), ...(child ? [`o:${child}`] : [])]
}
