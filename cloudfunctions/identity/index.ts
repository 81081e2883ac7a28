import { serveActions } from '../_kit/run-action'
import { answerLetter } from './answer-letter'
import { bindByInvitation } from './bind-by-invitation'
import { bindByPhone } from './bind-by-phone'
import { getMe } from './get-me'
import { getMyData } from './get-my-data'
import { getMyRecord } from './get-my-record'
import { issueInvitation } from './issue-invitation'
import { keepSubscription } from './keep-subscription'
import { listLetters } from './list-letters'
import { listMyLetters } from './list-my-letters'
import { recordPhone } from './record-phone'
import { renewConsent } from './renew-consent'
import { sendLetter } from './send-letter'
import { unbind } from './unbind'

export const main = serveActions('identity', [
  getMe,
  bindByInvitation,
  bindByPhone,
  issueInvitation,
  recordPhone,
  unbind,
  getMyRecord,
  getMyData,
  keepSubscription,
  sendLetter,
  listMyLetters,
  listLetters,
  answerLetter,
  renewConsent,
])
