import { forgetServersWords } from './forget'
import { outbox } from './outbox/outbox'
import type { Parcel } from './outbox/outbox.shared'
import { personKv } from './storage/kv'

/** Whose phone this is, as the server last said. */
const OWNER = 'owner'
/** Since when the server has said that nobody is bound here. */
const UNBOUND = 'unbound-since'
/** Since when the person is withdrawing the consent, and has not heard that it is done. */
const LEAVING = 'leaving-since'

/** A scan of the last minutes before the phone learned that nobody is bound was of the same hour and the same hand. */
const SAME_MOMENT_MS = 15 * 60_000
/** A call that was cut off may still be carried out so long after it. */
const STILL_UNDER_WAY_MS = 60_000

/** What was done here by whoever is bound next: after the phone learned that nobody is, and a scan just before that. */
const isOfTheNext = ({ kind, storedAt }: Parcel, unboundSince: number | null): boolean =>
  unboundSince !== null && storedAt >= unboundSince - (kind === 'checkIn' ? SAME_MOMENT_MS : 0)

/**
 * Somebody has been bound here. What this phone still has of another person is theirs and not this one's: it is forgotten, so that nobody's answers are
 * handed in as someone else's. What was done since nobody was known here is sent now.
 */
export async function welcome(personId: string): Promise<void> {
  const before = personKv.read<string>(OWNER)
  const since = personKv.read<number>(UNBOUND)
  if (before !== null && before !== personId) outbox.forget((parcel) => isOfTheNext(parcel, since))
  personKv.write(OWNER, personId)
  personKv.drop(UNBOUND)
  personKv.drop(LEAVING)
  await outbox.adopt()
}

/**
 * The server says on the way who is bound here. If it is another person than before, the WeChat identity was bound anew elsewhere: as if it had been here. A
 * withdrawal that was cut off has not been carried out.
 */
export function noteOwner(personId: string, now: number): void {
  const before = personKv.read<string>(OWNER)
  if (before !== personId) {
    if (before === null) personKv.write(OWNER, personId)
    else void welcome(personId)
    return
  }
  const leaving = personKv.read<number>(LEAVING)
  if (leaving !== null && now - leaving > STILL_UNDER_WAY_MS) personKv.drop(LEAVING)
}

/** The person withdraws the consent: written before the server is asked, since its answer may be lost. */
export const beginLeaving = (now: number): void => void personKv.write(LEAVING, now)

/**
 * The server says that nobody is bound here.
 * - `left`: the person withdrew the consent on this phone and the answer was lost: the phone is wiped as if it had come;
 * - `ended`: somebody was, and it ended elsewhere (another phone, an invitation): what the server told this phone is forgotten, what was done and not sent stays;
 * - `new`: nobody ever was.
 */
export function nobodyBound(now: number): 'left' | 'ended' | 'new' {
  if (personKv.read<number>(LEAVING) !== null) {
    outbox.forget()
    return 'left'
  }
  if (personKv.read<number>(UNBOUND) === null) personKv.write(UNBOUND, now)
  forgetServersWords(personKv)
  return personKv.read<string>(OWNER) === null ? 'new' : 'ended'
}
