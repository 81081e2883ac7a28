import type { OutputOf } from '@/contracts/action'
import { completeLesson } from '@/contracts/lesson'
import { submitPaper } from '@/contracts/quiz'
import { checkIn } from '@/contracts/themeday'
import { cache, cacheNames } from '../cache/cache'
import { quizDraft } from '../quiz-draft'
import { personKv } from '../storage/kv'
import { type CallInput, call } from '../transport/call'
import { createOutbox, type Delivery } from './create-outbox'
import type { Parcel } from './outbox.shared'

/** How each kind of parcel is sent; its answer is kept, so that its page opens without a network. */
const senders = {
  async submitPaper(input: CallInput<typeof submitPaper>) {
    const result = await call(submitPaper, input)
    cache.write(cacheNames.result(result.attemptId), result)
    cache.drop(cacheNames.paper(result.quizId))
    quizDraft.drop(result.attemptId)
    return result
  },
  completeLesson: (input: CallInput<typeof completeLesson>) => call(completeLesson, input),
  checkIn: (input: CallInput<typeof checkIn>) => call(checkIn, input),
}

type Senders = typeof senders
type InputOfKind<K extends keyof Senders> = Parameters<Senders[K]>[0]

const send = (parcel: Parcel): Promise<unknown> =>
  (senders[parcel.kind] as (input: unknown) => Promise<unknown>)(parcel.input)

const WRONG_CHECK = '检查题没有答对，微党课还没有完成。请打开再看一遍，重新作答。'

const badNews = (parcel: Parcel, data: unknown) => {
  if (parcel.kind !== 'completeLesson') return null
  const answer = data as OutputOf<typeof completeLesson>
  return answer.correct ? null : { code: 'ANSWER_WRONG', message: WRONG_CHECK }
}

/** The outbox of this phone. */
export const outbox = createOutbox({
  kv: personKv,
  send,
  badNews,
  now: () => Date.now(),
  random: () => Math.random(),
  later(ms, work) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
})

/** What became of something that was done: with its answer when the server has acknowledged it. */
export type Done<Data> =
  | { readonly state: 'delivered'; readonly data: Data }
  | Exclude<Delivery, { state: 'delivered' }>

async function put<K extends keyof Senders>(kind: K, about: string, title: string, input: InputOfKind<K>) {
  return (await outbox.put(kind, `${kind}:${about}`, title, input)) as Done<Awaited<ReturnType<Senders[K]>>>
}

/** What a member does, each written to the phone before it is sent. */
export const doing = {
  submitPaper: (title: string, input: InputOfKind<'submitPaper'>) => put('submitPaper', input.attemptId, title, input),
  completeLesson: (title: string, input: InputOfKind<'completeLesson'>) =>
    put('completeLesson', input.lessonId, title, input),
  checkIn: (themeDayId: string, title: string, input: InputOfKind<'checkIn'>) =>
    put('checkIn', themeDayId, title, input),
}
