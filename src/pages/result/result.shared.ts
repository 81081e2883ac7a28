import { untilWords, whenWords } from '@/components/words/when.shared'
import type { Result, ResultItem, Verdict } from '@/contracts/quiz'

type Tone = 'ok' | 'gold' | 'red' | 'grey'

export const verdictWords: Readonly<Record<Verdict, { name: string; tone: Tone }>> = {
  right: { name: '对', tone: 'ok' },
  partial: { name: '部分对', tone: 'gold' },
  wrong: { name: '错', tone: 'red' },
  blank: { name: '没有答', tone: 'grey' },
}

/** '对 18 题，部分对 1 题，错 1 题': only what there is. */
export function countsWords({ right, partial, wrong, blank }: Result['counts']): string {
  const parts = [
    { name: '对', count: right },
    { name: '部分对', count: partial },
    { name: '错', count: wrong },
    { name: '没有答', count: blank },
  ]
  return parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 题`)
    .join('，')
}

type Marks = Pick<Result, 'mode' | 'score' | 'maxScore' | 'passMark' | 'passed' | 'counts'>

/** How it went, in words: no medal, no rank, nothing to be ashamed of. */
export function verdictOf({ mode, score, maxScore, passMark, passed, counts }: Marks): string {
  if (maxScore > 0 && score === maxScore) return '全部答对了'
  if (counts.right + counts.partial + counts.wrong === 0) return '这次没有作答'
  if (mode === 'practice' || mode === 'daily')
    return score === 0 ? '这次没有得分，看看解析，记住了就好' : '答错的看看解析，记住了就好'
  if (passed) return '通过了'
  return score === 0 ? '这次没有得分，看看解析再来' : `${passMark} 分通过，还差 ${passMark - score} 分`
}

/** Whether it counts, in words. */
export const countedWords = ({ mode }: Pick<Result, 'mode'>): { text: string; tone: 'ok' | 'grey' } =>
  mode === 'practice' ? { text: '练习，不计入参与', tone: 'grey' } : { text: '已计入参与', tone: 'ok' }

/** Which paper it is: the second attempt, the third day of a series. */
export const numberWords = ({ mode, number }: Pick<Result, 'mode' | 'number'>): string =>
  mode === 'daily' ? `第 ${number} 天` : `第 ${number} 次`

/** A paper that took longer than this to arrive is said to have been under way, in ms. */
const LATE_MS = 60_000

/** Both times of a paper that arrived later than it was answered; null when it came at once. */
export function lateWords(
  { submittedAt, receivedAt }: Pick<Result, 'submittedAt' | 'receivedAt'>,
  now: number,
): string | null {
  if (receivedAt - submittedAt < LATE_MS) return null
  return `作答于 ${whenWords(submittedAt, now)}，送达于 ${whenWords(receivedAt, now)}，按作答的时间算。`
}

/** Of two papers of the same attempt, which one counts and what became of the other: read on either phone. Null when there is one. */
export function otherWords({ other }: Pick<Result, 'other'>, now: number): string | null {
  if (other === null) return null
  const { answeredAt, receivedAt, score } = other
  const times =
    receivedAt - answeredAt < LATE_MS
      ? `${whenWords(receivedAt, now)} 送达`
      : `${whenWords(answeredAt, now)} 答完，${whenWords(receivedAt, now)} 送达`
  const marks = score === null ? '' : `，${score} 分`
  return `这次答题收到两份不一样的答卷，只算先送达的那份。另一份（${times}${marks}）已留存，不计分。`
}

/**
 * What corrected keys did to the marks: that, and each question's reason. Null when none was corrected since the paper came.
 */
export function regradedWords({ regraded, score }: Pick<Result, 'regraded' | 'score'>, now: number): string | null {
  if (!regraded) return null
  const { before, keptPass, at } = regraded
  const marks = before === score ? '您的分数没有变' : `您的成绩由 ${before} 分改为 ${score} 分`
  return `答案在 ${whenWords(at, now)} 更正过，${marks}${keptPass ? '，先前已经通过，仍算通过' : ''}。`
}

/** Which questions, and why. */
export const correctedLines = ({ regraded }: Pick<Result, 'regraded'>): string[] =>
  (regraded?.questions ?? []).map(
    ({ number, reason, full }) => `第 ${number} 题${full ? '改为全员得分' : '更正了答案'}：${reason}`,
  )

/** Why there are no explanations (yet); null when there are. */
export function unreleasedWords({ released }: Pick<Result, 'released'>, now: number): string | null {
  if (released.now) return null
  if (released.at === null) return '这次答题只公布分数，不公布答案和解析。'
  return `答案和解析在 ${untilWords(released.at, now)} 以后公布，到时再打开这里看。`
}

export interface Line {
  option: number
  text: string
  state: 'good' | 'bad'
  note: string
}

/** The options that matter afterwards: those of the key, and those that were chosen. */
export function linesOf(item: ResultItem): Line[] {
  // nothing is right or wrong of a question that gives everybody the points
  if (item.full)
    return item.options.flatMap((text, option) =>
      item.chosen.includes(option) ? [{ option, text, state: 'good' as const, note: '您选的' }] : [],
    )
  return item.options.flatMap((text, option): Line[] => {
    const key = item.key.includes(option)
    const chosen = item.chosen.includes(option)
    if (key && chosen) return [{ option, text, state: 'good', note: '您选对了' }]
    if (key) return [{ option, text, state: 'good', note: item.verdict === 'partial' ? '漏选了这一项' : '正确答案' }]
    return chosen ? [{ option, text, state: 'bad', note: '您选的，不对' }] : []
  })
}

export interface FillLine {
  text: string
  state: 'good' | 'bad'
  note: string
}

/** Of a fill-in question: what was written, and what fills the gap. */
export function fillLinesOf({
  text,
  accepted,
  verdict,
}: Pick<ResultItem, 'text' | 'accepted' | 'verdict'>): FillLine[] {
  const [usual = '', ...others] = accepted
  const also = others.length > 0 ? `，也可以填：${others.slice(0, 4).join('、')}` : ''
  if (verdict === 'right' && text !== null) return [{ text, state: 'good', note: '您填对了' }]
  const key: FillLine = { text: usual, state: 'good', note: `正确答案${also}` }
  return text === null ? [key] : [{ text, state: 'bad', note: '您填的，不对' }, key]
}

export interface Numbered {
  number: number
  item: ResultItem
}

/** The questions with their numbers on the paper; `onlyMissed` leaves out the right ones. */
export const questionsOf = (result: Result, onlyMissed: boolean): Numbered[] =>
  result.items
    .map((item, index) => ({ number: index + 1, item }))
    .filter(({ item }) => !onlyMissed || item.verdict !== 'right')

/**
 * What is said of a paper that waits on the phone to be sent.
 * @param held the phone's storage is full: it is gone when the app is closed
 */
export function waitingWords(
  title: string,
  timeUp: boolean,
  arriveBy: number | null,
  now: number,
  held = false,
): string {
  const first = timeUp ? `《${title}》时间到了，答过的已经替您交卷。` : `《${title}》已经交卷。`
  const until = arriveBy !== null && arriveBy > now ? `${untilWords(arriveBy, now)} 前送到都算数，` : ''
  if (held)
    return `${first}手机存储满了，答卷还没能存下，也没有送出。请先别关小程序，到有网的地方点“现在上传”；或删掉手机里不用的东西。`
  return `${first}眼下还没有送出，联网后自动上传，${until}不用重做。送到后在这里看成绩。`
}

/** What is left of a paper that the server would not take. */
export const sentBackWords = (title: string, kept: boolean): string =>
  kept
    ? `《${title}》的答案都还在手机里，不用重做。可以再送一次，还不行就请联系支部书记。`
    : `《${title}》已经交过卷，送到时来不及了，所以没有成绩。如有疑问，请联系支部书记。`
