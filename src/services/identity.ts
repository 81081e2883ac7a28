import {
  bindByInvitation,
  bindByPhone,
  CONSENT_VERSION,
  getMe,
  issueInvitation,
  recordPhone,
  renewConsent,
  unbind,
} from '@/contracts/identity'
import { call } from './transport/call'

/** The statement that this version of the app shows before binding. */
const consent = { version: CONSENT_VERSION }

/** Who the caller is, and which WeChat identity is whose: the calls of the `identity` function about binding. */
export const identity = {
  me: () => call(getMe, {}),
  bindByInvitation: (code: string) => call(bindByInvitation, { code, consent }),
  bindByPhone: (phoneCode: string) => call(bindByPhone, { phoneCode, consent }),
  unbind: (deleteWritings: boolean) => call(unbind, { deleteWritings }),
  renewConsent: () => call(renewConsent, { consent }),
  invite: (personId: string) => call(issueInvitation, { personId }),
  /** null forgets the number. */
  recordPhone: (personId: string, phone: string | null) => call(recordPhone, { personId, phone }),
}
