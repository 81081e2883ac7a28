import {
  answerLetter,
  getMyData,
  getMyRecord,
  keepSubscription,
  listLetters,
  listMyLetters,
  type MailPlace,
  sendLetter,
} from '@/contracts/me'
import { type CallInput, call } from './transport/call'

/** What concerns the caller alone, and letters: the calls of the `identity` function that are not about binding. */
export const me = {
  record: (before: string | null) => call(getMyRecord, { before }),
  data: () => call(getMyData, {}),
  letters: () => call(listMyLetters, {}),
  sendLetter: (input: CallInput<typeof sendLetter>) => call(sendLetter, input),
  mailbox: (orgId: string, after: MailPlace | null) => call(listLetters, { orgId, after }),
  /** `was`: when the answer was given that this one replaces. */
  answer: (letterId: string, text: string, was: number | null) => call(answerLetter, { letterId, text, was }),
  keepSubscription: (input: CallInput<typeof keepSubscription>) => call(keepSubscription, input),
}
