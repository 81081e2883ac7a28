/**
 * How often codes may be tried. Tries are counted per subject in fixed slots of time; when a slot's limit is reached, the next slot has to be
 * waited for. The odds that follow from these numbers are worked out in docs/decisions/0006.
 */
export type TryKind =
  /** The six-digit code of a theme day, typed; per WeChat identity. Every typed code counts, before it is looked at. */
  | 'code'
  /** The same, all wrong codes of one theme day together: against many accounts that guess side by side. */
  | 'activity'
  /** A scanned token that was wrong; per WeChat identity. */
  | 'token'
  /** An invitation code; per WeChat identity. Every one counts, before it is looked at. */
  | 'invitation'
  /** A phone number asked of WeChat, which costs money; per WeChat identity. */
  | 'phone'
  /** A letter (suggestion, complaint, correction); per person. No guess, but someone has to read them. */
  | 'letter'

const MINUTE = 60_000

export const tryRules: Readonly<Record<TryKind, { readonly limit: number; readonly slotMs: number }>> = {
  code: { limit: 5, slotMs: 10 * MINUTE },
  activity: { limit: 100, slotMs: 10 * MINUTE },
  token: { limit: 20, slotMs: 10 * MINUTE },
  invitation: { limit: 10, slotMs: 60 * MINUTE },
  phone: { limit: 10, slotMs: 60 * MINUTE },
  letter: { limit: 5, slotMs: 60 * MINUTE },
}

/** What is kept of a subject's tries: how many there were in which slot (epoch ms ÷ slot length). */
export interface Tries {
  readonly slot: number
  readonly count: number
}

export interface TryStanding {
  /** The slot in which the next try counts. */
  readonly slot: number
  /** Tries left in it; 0: locked. */
  readonly left: number
  /** When the slot ends and tries are possible again (epoch ms). */
  readonly opensAt: number
}

/** @param tries what is kept; null when there was no try yet. A slot ahead of the clock still holds: a clock set back frees nobody. */
export function tryStanding(kind: TryKind, tries: Tries | null, now: number): TryStanding {
  const { limit, slotMs } = tryRules[kind]
  const current = Math.floor(now / slotMs)
  const slot = Math.max(current, tries?.slot ?? current)
  const used = tries && tries.slot === slot ? tries.count : 0
  return { slot, left: Math.max(0, limit - used), opensAt: (slot + 1) * slotMs }
}

const otherWay: Readonly<Record<TryKind, string>> = {
  code: '也可以直接扫码，或请支部书记补录',
  activity: '也可以直接扫码，或请支部书记补录',
  token: '也可以请支部书记补录',
  invitation: '也可以请支部书记再发一个',
  phone: '也可以向支部书记要邀请码',
  letter: '已经写好的不会丢',
}

/** What there was too much of. */
const lead: Readonly<Partial<Record<TryKind, string>>> = { letter: '这一小时寄出的信已经不少' }

/** The sentence for someone who has to wait, with the time of day in Asia/Shanghai from which it goes on. */
export function tooManyTries(kind: TryKind, opensAt: number): string {
  const minutes = Math.floor(opensAt / MINUTE) + 8 * 60
  const two = (value: number) => String(value).padStart(2, '0')
  return `${lead[kind] ?? '输错的次数太多'}，请在${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}以后再试，${otherWay[kind]}。`
}
