import { createHash } from 'node:crypto'
import { _, findById, insertOnce, update } from './database'
import type { InvitationDoc } from './documents'

/** Codes are kept as hashes: whoever reads the collection cannot bind by it. 60 random bits need no salt and no slow hash within seven days. */
const hashOf = (code: string) => createHash('sha256').update(`invitation.${code}`).digest('base64url')

/** @param code as `readInvitation` gives it */
export const findInvitation = (code: string) => findById<InvitationDoc>('invitations', hashOf(code))

/** Keeps a new invitation; `exists` when the code was drawn before. */
export const addInvitation = (
  code: string,
  invitation: Omit<InvitationDoc, '_id' | 'revokedAt' | 'usedBy' | 'usedAt'>,
) => insertOnce('invitations', { _id: hashOf(code), ...invitation, revokedAt: null, usedBy: null, usedAt: null })

/** Uses an invitation, once: false when another WeChat identity was faster or it was revoked. */
export async function spendInvitation({ _id }: InvitationDoc, openid: string, now: number): Promise<boolean> {
  const free = { _id, usedBy: null, revokedAt: null }
  return (await update('invitations', free, { usedBy: openid, usedAt: now })) === 1
}

/** Ends a person's invitations, except one, and forgets which WeChat identity used them. */
export const revokeInvitations = (personId: string, now: number, except?: string) =>
  update('invitations', { personId, revokedAt: null, _id: _.neq(except ?? '') }, { revokedAt: now, usedBy: null })
