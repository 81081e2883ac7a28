import type { OutputOf } from '../../../src/contracts/action'
import { transferMember } from '../../../src/contracts/organise'
import { dealPaper, type Paper, type Result, submitPaper } from '../../../src/contracts/quiz'
import type { checkIn } from '../../../src/contracts/themeday'
import type { TestCloud } from '../../support/cloud'
import { openidOf } from '../../support/county/county'
import { callOnce, insist, phone } from './phone'
import { branches, homeOf, memberId, shownAt, themeDayOf } from './storm-county'

/** What the test knows by itself of what one member did: not from the database. */
export interface Diary {
  readonly n: number
  paper: Paper | null
  attemptId: string | null
  /** When the first submission left the phone. */
  submitted: boolean
  /** Every acknowledgement of the submission, in the order in which they came. */
  readonly results: Result[]
  completedAt: number | null
  checkIn: OutputOf<typeof checkIn> | null
  /** The branch into which the member was moved, from the storm's day or the day before. */
  movedTo: string | null
}

/** Of every eleven members one is not of the thousand: deals a paper and leaves it, or sends it once and never looks again. */
export const roleOf = (n: number): 'submits' | 'leaves' | 'givesUp' =>
  n % 11 !== 10 ? 'submits' : n % 22 === 10 ? 'leaves' : 'givesUp'

export const takesLesson = (n: number): boolean => n % 3 === 0
export const comesToThemeDay = (n: number): boolean => themeDayOf(n) !== null && n % 11 !== 9
const moveOf = (n: number): 'before' | 'during' | 'after' | null =>
  n % 50 === 8 ? 'before' : n % 50 === 3 ? 'during' : n % 50 === 13 ? 'after' : null
/** A branch of another committee, the same for a few who so make it grow. */
const newBranchOf = (n: number): string => branches[(Number(homeOf(n).slice(1)) + 7) % branches.length] ?? ''

/** Of those who submit, a quarter answer on two phones, differently, and send both at once. */
export const sendsAnother = (n: number): boolean => roleOf(n) === 'submits' && n % 4 === 0

export const answersTo = ({ items }: Paper, shift: number) =>
  items.map(({ questionId, options }, i) => ({ questionId, chosen: [(i + shift) % options.length] }))

export interface Storm {
  readonly cloud: TestCloud
  /** By openid. */
  readonly tokens: ReadonlyMap<string, string>
  readonly day: string
  readonly dayBefore: string
  /** After every acknowledgement of a submission. */
  acknowledged(): void
}

const tokenOf = ({ tokens }: Storm, { n }: Diary): string => tokens.get(openidOf(memberId(n))) ?? ''

/** A member's first part in the storm: has a paper dealt. Resolves, as the others do, when everything was acknowledged. */
export async function deal(storm: Storm, diary: Diary): Promise<void> {
  if (moveOf(diary.n) === 'before') await transfer(storm, diary)
  diary.paper = await insist(storm.cloud, tokenOf(storm, diary), dealPaper, { quizId: 'open' })
  diary.attemptId = diary.paper.attemptId
}

/** The second part: submits the paper, twice. */
export async function submit(storm: Storm, diary: Diary): Promise<void> {
  const { cloud } = storm
  const { n, paper } = diary
  if (!paper) throw new Error(`${n} has no paper`)
  const token = tokenOf(storm, diary)
  const move = () => transfer(storm, diary)
  const input = { attemptId: paper.attemptId, answers: answersTo(paper, n) }
  const send = async (from: ReturnType<typeof phone>, what: typeof input) => {
    diary.submitted = true
    diary.results.push(await from.deliver('submitPaper', paper.attemptId, what))
    storm.acknowledged()
  }
  const [own, other] = [phone(cloud, token), phone(cloud, token)]
  if (roleOf(n) === 'givesUp') {
    diary.submitted = true
    await callOnce(cloud, token, submitPaper, input).then(
      (result) => void diary.results.push(result),
      () => {},
    )
  }
  if (roleOf(n) === 'submits') {
    // twice: from two phones at once, the second with other answers, or one after the other
    const second = sendsAnother(n) ? { ...input, answers: answersTo(paper, n + 1) } : input
    const meanwhile = moveOf(n) === 'during' ? move() : null
    if (n % 2 === 0) await Promise.all([send(own, input), send(other, second)])
    else {
      await send(own, input)
      await send(other, second)
    }
    await meanwhile
  } else if (moveOf(n) === 'during') await move()
}

/** The third part: a lesson, a theme day. */
export async function goOn(storm: Storm, diary: Diary): Promise<void> {
  const { n } = diary
  const own = phone(storm.cloud, tokenOf(storm, diary))
  if (takesLesson(n)) {
    const done = await own.deliver('completeLesson', 'lesson1', { lessonId: 'lesson1', chosen: [1] })
    diary.completedAt = done.correct ? done.completedAt : null
  }
  const themeDayId = themeDayOf(n)
  if (themeDayId !== null && comesToThemeDay(n)) {
    const { token: scanned, code } = shownAt(themeDayId)
    diary.checkIn = await own.deliver('checkIn', themeDayId, n % 2 ? { themeDayId, code } : { token: scanned })
  }
  if (moveOf(n) === 'after') await transfer(storm, diary)
}

async function transfer({ cloud, tokens, day, dayBefore }: Storm, diary: Diary): Promise<void> {
  const into = newBranchOf(diary.n)
  await insist(cloud, tokens.get(openidOf('admin')) ?? '', transferMember, {
    key: `storm-move-${diary.n}`,
    personId: memberId(diary.n),
    into,
    day: diary.n % 100 < 50 ? day : dayBefore,
  })
  diary.movedTo = into
}
