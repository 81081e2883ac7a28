import {
  answerLetter,
  getMyData,
  getMyRecord,
  keepSubscription,
  listLetters,
  listMyLetters,
  sendLetter,
} from '@/contracts/me'
import { type CallInput, call } from './transport/call'

/** What concerns the caller alone, and letters: the calls of the `identity` function that are not about binding. */
export const me = {
  record: (before: string | null) => call(getMyRecord, { before }),
  data: () => call(getMyData, {}),
  letters: () => call(listMyLetters, {}),
  sendLetter: (input: CallInput<typeof sendLetter>) => call(sendLetter, input),
  mailbox: (orgId: string) => call(listLetters, { orgId }),
  answer: (letterId: string, text: string) => call(answerLetter, { letterId, text }),
  keepSubscription: (input: CallInput<typeof keepSubscription>) => call(keepSubscription, input),
}
