import { addDays, dayOf, startOfDay } from '../time'

/** base64url (no padding) of HMAC-SHA256, given by the caller: the domain does no cryptography of its own. */
export type Mac = (key: string, message: string) => string

/** The QR changes this often. */
export const TOKEN_SLOT_MS = 30_000
/** A scanned token counts by itself this long after the end of its slot: the moment of scanning counts, not the end of a slow login. */
export const TOKEN_LATE_MS = 600_000
/** The short code changes this often and is valid in its own slot and in the next. */
export const CODE_SLOT_MS = 300_000

/** 22 base64url characters = 132 bits of the MAC. */
const PROOF_LENGTH = 22
/** Codes of at most a day are recognised as old, so that the message can say so. */
const KNOWN_OLD_CODES = 288

interface Secrets {
  readonly themeDayId: string
  /** Of the theme day; never leaves the server. */
  readonly secret: string
  readonly mac: Mac
}

/**
 * When a proof was shown. `scannedAt` is the latest instant, not after now, at which it was on the screen. `late`: it arrived so long after
 * that that it says nothing by itself of where its bearer was: a picture of it may have been passed on.
 */
export type Verified =
  | { ok: true; slotStartsAt: number; slotEndsAt: number; scannedAt: number; late: boolean }
  | { ok: false; code: 'CODE_WRONG' | 'CODE_EXPIRED' }

const slotOf = (instant: number, length: number): number => Math.floor(instant / length)

function proofOf({ themeDayId, secret, mac }: Secrets, slot: number): string {
  return mac(secret, `token.${themeDayId}.${slot}`).slice(0, PROOF_LENGTH)
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Six digits from the first 48 bits of the MAC (8 base64url characters) modulo 10^6: the bias is below 10^6 ÷ 2^48, 4 in 10^9. */
function codeOf({ themeDayId, secret, mac }: Secrets, slot: number): string {
  const head = mac(secret, `code.${themeDayId}.${slot}`).slice(0, 8)
  const bits = [...head].reduce((sum, character) => sum * 64 + alphabet.indexOf(character), 0)
  return String(bits % 1_000_000).padStart(6, '0')
}

/** Compares without stopping at the first difference, so that the time taken tells nothing about the right value. */
function sameText(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < b.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

function verified(slot: number, length: number, now: number, late: boolean): Verified {
  const slotEndsAt = (slot + 1) * length
  return { ok: true, slotStartsAt: slot * length, slotEndsAt, scannedAt: Math.min(now, slotEndsAt - 1), late }
}

/** What the secretary's screen shows at an instant, and when the token changes. */
export function codesAt(themeDay: Secrets, now: number): { token: string; code: string; rotatesAt: number } {
  const slot = slotOf(now, TOKEN_SLOT_MS)
  return {
    token: `${themeDay.themeDayId}.${slot}.${proofOf(themeDay, slot)}`,
    code: codeOf(themeDay, slotOf(now, CODE_SLOT_MS)),
    rotatesAt: (slot + 1) * TOKEN_SLOT_MS,
  }
}

/** Splits a token `<themeDayId>.<slot>.<proof>`; null when it is none. It proves nothing yet: it tells which secret to load. */
export function parseToken(token: string): { themeDayId: string; slot: number; proof: string } | null {
  const [themeDayId, slot, proof, ...rest] = token.split('.')
  if (!themeDayId || !slot || !proof || rest.length > 0 || !/^\d{1,12}$/.test(slot)) return null
  return { themeDayId, slot: Number(slot), proof }
}

/** Until when a scan that was kept on a phone without a network may still arrive: the end of the day after the one on which it was shown. */
export const lateScanUntil = (slotStartsAt: number): number => startOfDay(addDays(dayOf(slotStartsAt), 2))

/**
 * Checks a scanned token: it proves that it was seen in its slot. Good until TOKEN_LATE_MS after the slot, and from one slot ahead
 * (clocks of two machines); after that `late`, until the end of the next day. CODE_WRONG: not of this theme day, forged, or from the
 * future; CODE_EXPIRED: right, but too old.
 */
export function verifyToken(scan: {
  readonly token: string
  readonly secret: string
  readonly now: number
  readonly mac: Mac
}): Verified {
  const parsed = parseToken(scan.token)
  if (parsed === null) return { ok: false, code: 'CODE_WRONG' }
  const { themeDayId, slot, proof } = parsed
  const genuine = sameText(proof, proofOf({ themeDayId, secret: scan.secret, mac: scan.mac }, slot))
  if (!genuine || slot > slotOf(scan.now, TOKEN_SLOT_MS) + 1) return { ok: false, code: 'CODE_WRONG' }
  if (scan.now >= lateScanUntil(slot * TOKEN_SLOT_MS)) return { ok: false, code: 'CODE_EXPIRED' }
  return verified(slot, TOKEN_SLOT_MS, scan.now, scan.now > (slot + 1) * TOKEN_SLOT_MS + TOKEN_LATE_MS)
}

/**
 * Checks a typed short code: valid in its slot and in the next one; an older one that was on the screen since the opening is CODE_EXPIRED (it may have
 * waited on a phone without a network), any other CODE_WRONG.
 * @param entry.since when the check-in was opened; null: nobody knows, and no code is recognised as old
 */
export function verifyCode(
  entry: Secrets & { readonly code: string; readonly now: number; readonly since: number | null },
): Verified {
  const current = slotOf(entry.now, CODE_SLOT_MS)
  const shown = entry.since === null ? 0 : current - 1 - slotOf(entry.since, CODE_SLOT_MS)
  // Every slot is compared, whichever one fits, for the same reason as in sameText.
  const ages = Array.from({ length: 2 + Math.max(0, Math.min(KNOWN_OLD_CODES, shown)) }, (_, age) => age)
  const fitting = ages.filter((age) => sameText(entry.code, codeOf(entry, current - age)))
  const age = fitting[0]
  if (age === undefined) return { ok: false, code: 'CODE_WRONG' }
  if (age > 1) return { ok: false, code: 'CODE_EXPIRED' }
  return verified(current - age, CODE_SLOT_MS, entry.now, false)
}
