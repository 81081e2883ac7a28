import type { FactDoc } from '../../../cloudfunctions/_data/documents'
import { memberId, pathOf } from './storm-county'

/** Who took part in what: member numbers by activity. */
export type TookPart = ReadonlyMap<string, ReadonlySet<number>>

/** Of each fact the entry with the highest number at its end; plain, and with none of the domain's code. */
export function standing(facts: readonly FactDoc[]): FactDoc[] {
  const last: { [key: string]: FactDoc } = {}
  for (const fact of facts) {
    const key = `${fact.kind}.${fact.activityId}.${fact.personId}`
    const known = last[key]
    if (!known || known.revision < fact.revision) last[key] = fact
  }
  return Object.values(last).filter((fact) => !fact.withdrawn)
}

export interface Count {
  people: number
  times: number
  activities: number
  mobilePeople: number
  /** Members who did not take part, by id. */
  missing: string[]
  members: number
}

/** Counts one kind in one organisation. Members are counted where `placeOf` says, which is the test's own record. */
export function countOf(
  orgId: string,
  took: TookPart,
  members: readonly number[],
  placeOf: (n: number) => string,
  isMobile: (n: number) => boolean,
): Count {
  const here = members.filter((n) => pathOf(placeOf(n)).includes(orgId))
  const people = new Set<number>()
  const mobile = new Set<number>()
  let times = 0
  let activities = 0
  for (const who of took.values()) {
    let any = false
    for (const n of here) {
      if (!who.has(n)) continue
      any = true
      times++
      people.add(n)
      if (isMobile(n)) mobile.add(n)
    }
    if (any) activities++
  }
  const missing = here.filter((n) => !people.has(n)).map(memberId)
  return { people: people.size, times, activities, mobilePeople: mobile.size, missing, members: here.length }
}
