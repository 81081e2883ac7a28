import { serveActions } from '../_kit/run-action'
import { bindByInvitation } from './bind-by-invitation'
import { bindByPhone } from './bind-by-phone'
import { getMe } from './get-me'
import { issueInvitation } from './issue-invitation'
import { recordPhone } from './record-phone'
import { unbind } from './unbind'

export const main = serveActions('identity', [
  getMe,
  bindByInvitation,
  bindByPhone,
  issueInvitation,
  recordPhone,
  unbind,
])
