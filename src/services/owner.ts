import { outbox } from './outbox/outbox'
import { beginEpoch, personKv } from './storage/kv'

const OWNER = 'owner'

/** Answers that are kept for looking at (cache.shared.ts): someone who is not bound any more sees them no longer. */
const isAnswer = (key: string): boolean => key.startsWith('cache')

/** Forgets what the server told this phone about a person. What they did and did not send yet stays for them. */
export function forgetAnswers(): void {
  beginEpoch()
  for (const key of personKv.keys()) if (isAnswer(key)) personKv.drop(key)
}

/**
 * Somebody has been bound here. What this phone still has of another person is theirs and not this one's: it is forgotten, so that nobody's answers are
 * handed in as someone else's. What was done before anybody was known here is sent now.
 */
export async function welcome(personId: string): Promise<void> {
  const before = personKv.read<string>(OWNER)
  if (before !== null && before !== personId) outbox.forget()
  personKv.write(OWNER, personId)
  await outbox.adopt()
}

/** Notes whose phone this is, when the server says so on the way. */
export function noteOwner(personId: string): void {
  if (personKv.read<string>(OWNER) === null) personKv.write(OWNER, personId)
}
