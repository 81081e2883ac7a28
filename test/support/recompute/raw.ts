/** What is read of the raw collections: the fields that the recomputation uses, and no more. */
export interface RawFact {
  kind: 'quiz' | 'lesson' | 'themeday'
  activityId: string
  personId: string
  seat: number
  mobile: boolean
  day: string
  channel: string
  occurredAt: number
  revision: number
  withdrawn: boolean
}
export interface RawPerson {
  _id: string
  seatings: { seat: number; orgId: string; from: string | null; until: string | null }[]
}
export interface RawOrganisation {
  _id: string
  kind: string
  category: string | null
  path: string[]
  seats: [number, number][]
  foundedOn?: string | null
  endedOn: string | null
}
export interface RawThemeDay {
  _id: string
  orgId: string
  forms: string[]
  startsAt: number
  endsAt: number
  closedAt: number | null
  roster: { expected: string; frozenAt: number } | null
}
export interface Raw {
  facts: RawFact[]
  people: RawPerson[]
  organisations: RawOrganisation[]
  themeDays: RawThemeDay[]
  reflections: { orgId: string; state: string; writtenAt: number }[]
  handbook: { items: unknown[] }[]
}

/** A figure: a count, or what is divided by what. */
export type Recomputed = number | readonly [numerator: number, denominator: number]

/** The Shanghai day of an instant: UTC+8. */
export const dayAt = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10)

/** The next day. */
export const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
