import type { InputOf } from '@/contracts/action'
import { caseSentences } from '@/contracts/errors'
import type { checkIn } from '@/contracts/themeday'
import { type TryKind, tooManyTries, tryStanding } from '@/domain/people'
import { checkInState, typedCodeCase, type Verified, verifyCode, verifyToken } from '@/domain/themeday'
import type { ThemeDayDoc, TriesDoc } from '../_data/documents'
import { countTry, triesId, triesOf } from '../_data/tries'
import { mac } from '../_kit/mac'
import { refuse } from '../_kit/refusal'

type Proof = Extract<Verified, { ok: true }>

/** The counters that concern a check-in: of whoever calls, and of the theme day. */
export const checkInTries = (openid: string, themeDayId: string) =>
  triesOf(triesId('token', openid), triesId('code', openid), triesId('activity', themeDayId))

/**
 * Checks the token or the code, and keeps guessers out. A token cannot be guessed: only wrong ones are counted, so a scan costs nothing more. A six-digit
 * code can: each one typed is counted before it is looked at, one request, so that a hundred at once get no more guesses than five in turn; and
 * wrong ones count for the theme day as well, against many accounts. One that was right on the screen some time ago is no guess. Throws TOO_MANY_TRIES,
 * CODE_WRONG, CODE_EXPIRED; of typed codes also CHECKIN_NOT_OPEN and CHECKIN_ENDED.
 */
export async function prove(
  themeDay: ThemeDayDoc,
  input: InputOf<typeof checkIn>,
  { openid, now, tries }: { openid: string; now: number; tries: readonly TriesDoc[] },
): Promise<Proof> {
  const { _id: themeDayId, secret, roster } = themeDay
  const known = (kind: TryKind, subject: string) => tries.find(({ _id }) => _id === triesId(kind, subject)) ?? null
  const locked = (kind: TryKind, subject: string): never =>
    refuse('TOO_MANY_TRIES', kind, tooManyTries(kind, tryStanding(kind, known(kind, subject), now).opensAt))
  const needOpen = (kind: TryKind, subject: string): void => {
    if (tryStanding(kind, known(kind, subject), now).left === 0) locked(kind, subject)
  }

  /** Nobody is sent to a screen that shows nothing any more. */
  const wrong = (code: 'CODE_WRONG' | 'CODE_EXPIRED'): never => {
    const isOver = code === 'CODE_EXPIRED' && checkInState(themeDay, now) === 'closed'
    return refuse(code, isOver ? 'over' : undefined, isOver ? caseSentences.codeOver.say : undefined)
  }

  if ('token' in input) {
    needOpen('token', openid)
    const proof = verifyToken({ token: input.token, secret, now, mac })
    if (proof.ok) return proof
    if (proof.code === 'CODE_WRONG') await countTry('token', openid, now, known('token', openid))
    return wrong(proof.code)
  }
  const never = typedCodeCase(themeDay, now)
  if (never) return refuse(never)
  needOpen('activity', themeDayId)
  if (!(await countTry('code', openid, now, known('code', openid)))) return locked('code', openid)
  const since = roster?.frozenAt ?? null
  const proof = verifyCode({ themeDayId, code: input.code, secret, now, mac, since })
  if (proof.ok) return proof
  if (proof.code === 'CODE_WRONG') await countTry('activity', themeDayId, now, known('activity', themeDayId))
  return wrong(proof.code)
}
