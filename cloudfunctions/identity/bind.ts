import { CONSENT_VERSION, type Consent, type Me } from '@/contracts/identity'
import { type TryKind, tooManyTries, tryStanding } from '@/domain/people'
import { placeOn } from '@/domain/people/membership'
import { dayOf } from '@/domain/time'
import { writeAudit } from '../_data/audit'
import { addBinding, findBinding, findBindingOf, noteConsent, removeBinding } from '../_data/bindings'
import { loadCaller } from '../_data/callers'
import type { BindingDoc } from '../_data/documents'
import { findPerson } from '../_data/people'
import { countTry, findTries, forgetTries, triesId } from '../_data/tries'
import { refuse } from '../_kit/refusal'
import { meOf } from './me-of'

/** Consent comes first, and to the statement as it stands now. Throws CONSENT_NEEDED. */
export function needConsent({ version }: Consent): void {
  if (version !== CONSENT_VERSION) refuse('CONSENT_NEEDED')
}

/** Counts a try before what was tried is looked at. Throws TOO_MANY_TRIES. */
export async function needTry(kind: TryKind, openid: string, now: number): Promise<void> {
  const tries = await findTries(triesId(kind, openid))
  if (await countTry(kind, openid, now, tries)) return
  refuse('TOO_MANY_TRIES', kind, tooManyTries(kind, tryStanding(kind, tries, now).opensAt))
}

/** Whether the person is on the roster and a member today: who has left is bound no more. */
export async function isMemberNow(personId: string, now: number): Promise<boolean> {
  const person = await findPerson(personId)
  return person !== null && placeOn(person, dayOf(now)) !== null
}

interface Binding {
  readonly openid: string
  readonly personId: string
  readonly consent: Consent
  readonly now: number
  /** Who stands behind it, so that an earlier WeChat identity of the person gives way; null: none gives way. */
  readonly replace: { readonly by: string; readonly requestId: string } | null
}

/** Ends a binding for another one. Who issued the invitation stands in the audit log before it happens. */
async function endFor(other: BindingDoc, { by, requestId }: NonNullable<Binding['replace']>, now: number) {
  const action = 'replaceBinding'
  await writeAudit({ _id: `${requestId}.${action}`, actor: by, action, object: other.personId, at: now, requestId })
  await forgetTries(other._id)
  await removeBinding(other)
}

/**
 * Makes a WeChat identity a person's: one of each. Every step can be repeated: a call
 * that dies in between is finished by the next. Throws ALREADY_BOUND, PERSON_BOUND, or BUSY when somebody else binds the same at the same moment.
 */
export async function bind({ openid, personId, consent, now, replace }: Binding): Promise<Me> {
  const own = await findBinding(openid)
  if (own?.personId !== personId) {
    if (own && (await findPerson(own.personId))) return refuse('ALREADY_BOUND')
    // of a person who is no longer on the roster
    if (own) await removeBinding(own)
    const other = await findBindingOf(personId)
    // made since the look above, by the same call sent twice: to replace it would take it away for a moment
    if (other?._id !== openid) {
      if (other && !replace) return refuse('PERSON_BOUND')
      const agreed = { version: consent.version, at: now }
      await noteConsent({ personId, ...agreed })
      if (other && replace) await endFor(other, replace, now)
      const binding = { _id: openid, personId, boundAt: now, consent: agreed }
      const added = await addBinding(other ? { ...binding, replaced: true } : binding)
      if (added === 'exists' && (await findBinding(openid))?.personId !== personId) return refuse('BUSY')
    }
  }
  const loaded = await loadCaller(openid, {})
  return loaded ? meOf(loaded.caller) : refuse('BUSY')
}
