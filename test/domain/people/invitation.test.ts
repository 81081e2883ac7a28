import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideInvitation, INVITATION_MS, invitationCode, readInvitation, showInvitation } from '@/domain/people'

const bytes = fc.uint8Array({ minLength: 12, maxLength: 16 })

describe('an invitation code', () => {
  it('is twelve characters without those that are mistaken for others', () => {
    // the low five bits of each byte: 0 → 0, 10 → A, 31 → Z, 32 → 0 again
    expect(invitationCode(Uint8Array.from([0, 9, 10, 17, 18, 19, 20, 27, 31, 32, 42, 255]))).toBe('09AHJKMVZ0AZ')
    fc.assert(fc.property(bytes, (some) => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(invitationCode(some))))
  })

  it('is 60 bits: two draws of bytes whose low five bits differ are two codes', () => {
    const low = (some: Uint8Array) => [...some.subarray(0, 12)].map((byte) => byte & 31).join()
    fc.assert(fc.property(bytes, bytes, (a, b) => (low(a) === low(b)) === (invitationCode(a) === invitationCode(b))))
  })

  it('cannot be made of too few bytes', () => {
    expect(() => invitationCode(new Uint8Array(11))).toThrow(RangeError)
  })

  it('is read however it was copied: as shown, small, with spaces, O for 0 and I or l for 1', () => {
    expect(showInvitation('0123456789AB')).toBe('0123-4567-89AB')
    for (const typed of ['0123-4567-89AB', '0123 4567 89ab', 'oI23456789AB', 'Ol23-4567-89ab'])
      expect(readInvitation(typed)).toBe('0123456789AB')
    for (const typed of ['', '0123-4567-89A', '0123-4567-89ABC', '0123-4567-89AU', '０123456789AB'])
      expect(readInvitation(typed)).toBeNull()
    fc.assert(
      fc.property(bytes, (some) => readInvitation(showInvitation(invitationCode(some))) === invitationCode(some)),
    )
  })
})

describe('an invitation', () => {
  const now = 1_000_000_000
  const fresh = { expiresAt: now + INVITATION_MS, revokedAt: null, usedBy: null }
  const expired = { ok: false, code: 'INVITATION_EXPIRED' }

  it('lets the first WeChat identity in, and that one again; no other', () => {
    expect(decideInvitation(fresh, 'a', now)).toEqual({ ok: true, repeat: false })
    expect(decideInvitation({ ...fresh, usedBy: 'a' }, 'a', now)).toEqual({ ok: true, repeat: true })
    expect(decideInvitation({ ...fresh, usedBy: 'a' }, 'b', now)).toEqual(expired)
    expect(decideInvitation(null, 'a', now)).toEqual({ ok: false, code: 'INVITATION_WRONG' })
  })

  it('is over after seven days to the millisecond, except for whom it let in before', () => {
    expect(INVITATION_MS).toBe(604_800_000)
    expect(decideInvitation(fresh, 'a', now + INVITATION_MS - 1)).toMatchObject({ ok: true })
    expect(decideInvitation(fresh, 'a', now + INVITATION_MS)).toEqual(expired)
    expect(decideInvitation({ ...fresh, usedBy: 'a' }, 'a', now + INVITATION_MS)).toMatchObject({ ok: true })
  })

  it('that was ended lets nobody in, not even whom it let in before', () => {
    expect(decideInvitation({ ...fresh, revokedAt: now }, 'a', now)).toEqual(expired)
    expect(decideInvitation({ ...fresh, revokedAt: now, usedBy: 'a' }, 'a', now)).toEqual(expired)
  })
})
