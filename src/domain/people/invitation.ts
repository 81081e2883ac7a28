/** Crockford's base 32: no I, L, O or U, so that a code can be read aloud and copied by hand. Source: crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 12 characters of 5 bits: 60 bits. */
export const INVITATION_LENGTH = 12
/** An invitation is good for seven days. */
export const INVITATION_MS = 7 * 86_400_000

/** A code from random bytes, 5 bits of each: uniform, since 32 divides 256. Throws RangeError when there are too few bytes. */
export function invitationCode(bytes: Uint8Array): string {
  if (bytes.length < INVITATION_LENGTH) throw new RangeError(`${INVITATION_LENGTH} random bytes make a code`)
  return Array.from(bytes.subarray(0, INVITATION_LENGTH), (byte) => alphabet.charAt(byte & 31)).join('')
}

/** As it is shown: `XXXX-XXXX-XXXX`. */
export const showInvitation = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')

/** What was typed as the code that it means (O is 0, I and L are 1, hyphens and spaces nothing); null when it can be none. */
export function readInvitation(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[ -]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const fits = code.length === INVITATION_LENGTH && [...code].every((character) => alphabet.includes(character))
  return fits ? code : null
}

/** What these rules need of a stored invitation. Instants are epoch ms. */
export interface InvitationState {
  readonly expiresAt: number
  readonly revokedAt: number | null
  readonly usedBy: string | null
}

export type InvitationDecision =
  | { ok: true; repeat: boolean }
  | { ok: false; code: 'INVITATION_WRONG' | 'INVITATION_EXPIRED' }

/**
 * Whether an invitation lets this WeChat identity in. One use: whoever used it may send it again (the answer may have been lost), nobody else may.
 * One that ended before its time lets nobody in, whoever used it. At `expiresAt` it is over.
 */
export function decideInvitation(invitation: InvitationState | null, openid: string, now: number): InvitationDecision {
  if (invitation === null) return { ok: false, code: 'INVITATION_WRONG' }
  const { expiresAt, revokedAt, usedBy } = invitation
  if (revokedAt !== null) return { ok: false, code: 'INVITATION_EXPIRED' }
  if (usedBy === openid) return { ok: true, repeat: true }
  if (usedBy !== null || now >= expiresAt) return { ok: false, code: 'INVITATION_EXPIRED' }
  return { ok: true, repeat: false }
}
