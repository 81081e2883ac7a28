import type { QuizDeskRow } from '@/contracts/plan'
import type { OrgTree } from '@/domain/participation/org-tree'
import type { ParticipationIndex } from '@/domain/participation/participation-index'
import { rosterOn } from '@/domain/participation/roster-on'
import { closingOf, quizState } from '@/domain/quiz'
import { dayOf, earlierDay } from '@/domain/time'
import { loadParticipation, type Participation } from '../_data/participation'
import type { ListedQuiz } from '../_data/quiz-desk'
import { refuse } from '../_kit/refusal'

/** Figures look back two years at most. */
const FURTHEST_MS = 730 * 86_400_000

/** Quizzes as the desk lists them, with how many took part, from the index by which all figures are computed: so a quiz says here what it says there. */
export async function deskRows(orgId: string, quizzes: readonly ListedQuiz[], now: number): Promise<QuizDeskRow[]> {
  if (quizzes.length === 0) return []
  const opened = Math.min(now, ...quizzes.map(({ opensAt }) => opensAt))
  const today = dayOf(now)
  const from = dayOf(Math.max(opened, now - FURTHEST_MS))
  const participation = await loadParticipation(orgId, from, today)
  const rosters = new Map<string, ReturnType<typeof rosterOn>>()
  return quizzes.map((quiz) => {
    const day = earlierDay(today, dayOf(closingOf(quiz) - 1))
    const roster = rosters.get(day) ?? rosterOn(participation.roster, day)
    rosters.set(day, roster)
    return deskRow(quiz, participation, { members: roster.members, from, to: today }, now)
  })
}

type Ranges = NonNullable<ReturnType<OrgTree['byId']['get']>>['ranges']

function deskRow(
  quiz: ListedQuiz,
  { tree, index }: Pick<Participation, 'tree'> & { index: ParticipationIndex },
  { members, from, to }: { members: { countIn(ranges: Ranges): number }; from: string; to: string },
  now: number,
): QuizDeskRow {
  const org = quiz.org[0] ?? refuse('NOT_FOUND')
  const ranges = tree.byId.get(org._id)?.ranges ?? []
  const counted =
    quiz.mode === 'practice' ? null : index.tally({ kind: 'quiz', activityId: quiz._id, from, to }, ranges)
  return {
    id: quiz._id,
    title: quiz.title,
    mode: quiz.mode,
    orgId: org._id,
    orgName: org.name,
    opensAt: quiz.opensAt,
    closesAt: closingOf(quiz),
    closedAt: quiz.closedAt ?? null,
    state: quizState(quiz, now),
    questions: quiz.deal,
    pool: quiz.pool,
    people: counted?.people ?? null,
    members: members.countIn(ranges),
  }
}
