import { bindByPhone as contract } from '@/contracts/identity'
import { canonicalPhone } from '@/domain/people'
import { verifiedPhone } from '../_data/open-api'
import { findPeopleByPhone } from '../_data/phones'
import { implementForAnyone } from '../_kit/action'
import { bind, isMemberNow, needConsent, needTry } from './bind'
import { meOf } from './me-of'

/**
 * Anyone may ask whether the roster has their phone number, as WeChat verified it. Numbers are handed on by carriers, so a number alone does not
 * take a person from the WeChat identity that they have. Who is bound already gets told as whom: the answer to an earlier call may have been lost.
 */
export const bindByPhone = implementForAnyone(contract, {
  allow: () => true,
  async handle({ openid, caller, input, now, refuse }) {
    if (caller) return meOf(caller)
    needConsent(input.consent)
    await needTry('phone', openid, now)
    const verified = await verifiedPhone(input.phoneCode, openid)
    if (!verified.ok) return refuse(verified.reason === 'busy' ? 'BUSY' : 'PHONE_CODE_EXPIRED')
    const phone = canonicalPhone(verified.number, verified.country) ?? refuse('PHONE_UNKNOWN')
    const [personId, another] = await findPeopleByPhone(phone)
    if (personId === undefined || another !== undefined) return refuse('PHONE_UNKNOWN')
    if (!(await isMemberNow(personId, now))) return refuse('PHONE_UNKNOWN')
    return await bind({ openid, personId, consent: input.consent, now, replace: null })
  },
})
