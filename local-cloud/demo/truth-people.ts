import type { Category } from '@/contracts/identity'
import type { PersonDoc } from '../../cloudfunctions/_data/documents'

/** Whom figures are about; what is not given does not restrict. */
export interface TruthSlice {
  readonly mobile?: true
  readonly probationary?: true
  readonly age?: 'to35' | 'from36To45' | 'from46To60' | 'from61'
  readonly category?: Category
}

/** A member at the end of a day. */
export interface Sitter {
  readonly personId: string
  readonly orgId: string
  readonly mobile: boolean
}

const covers = ({ from, until }: { from: string | null; until: string | null }, day: string) =>
  (from ?? '') <= day && day < (until ?? '9999')

/** Where somebody sat at the end of a day, and whether away; null: they were no member. None of the domain's code, on purpose. */
export function sitterOn({ _id, seatings, mobileSpells }: PersonDoc, day: string): Sitter | null {
  const seating = seatings.find((one) => covers(one, day))
  return seating
    ? { personId: _id, orgId: seating.orgId, mobile: mobileSpells.some((spell) => covers(spell, day)) }
    : null
}

const bands: Record<NonNullable<TruthSlice['age']>, readonly [number, number]> = {
  to35: [0, 35],
  from36To45: [36, 45],
  from46To60: [46, 60],
  from61: [61, 200],
}

/** Whether somebody is a member at the end of a day and of the slice by age (in calendar years) and standing; mobile and category are others' business. */
export function isChosen(person: PersonDoc, { age, probationary }: TruthSlice, day: string): boolean {
  if (!age && !probationary) return true
  if (!sitterOn(person, day)) return false
  if (probationary && person.fullFrom !== null && person.fullFrom <= day) return false
  if (!age) return true
  const years = Number(day.slice(0, 4)) - person.bornYear
  const [from, to] = bands[age]
  return from <= years && years <= to
}
