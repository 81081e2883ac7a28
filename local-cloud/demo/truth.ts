import type { ParticipationKind } from '@/contracts/common'
import type { Category } from '@/contracts/identity'
import type { ThemeDayForm } from '@/contracts/themeday'
import { expectedSeats, mobileSeats } from '@/domain/themeday'
import { dayOf, type Period } from '@/domain/time/day'
import type { FactDoc, OrganisationDoc, PersonDoc, ThemeDayDoc } from '../../cloudfunctions/_data/documents'
import { isChosen, type Sitter, sitterOn, type TruthSlice } from './truth-people'

/*
 * The county's figures known by another way than the index: plain loops and sets of ids over what was invented, no seats folded, no bitmaps, none of the code that
 * computes figures. Tests compare what the system answers with these.
 */

/** Of one kind of activity. */
export interface KindTruth {
  people: number
  times: number
  /** Different activities with someone in them. */
  activities: number
  /** Of those who were mobile members when they took part. */
  mobilePeople: number
  mobileTimes: number
  /** Of the members at the end of the period: who took part, wherever they belonged then. */
  participated: number
}

export interface OrganisationTruth {
  /** Those that stood at the end of the period. */
  branches: number
  /** Of them, those of which somebody came to a theme day. */
  coveredBranches: number
  /** At the end of the period. */
  members: number
  mobile: number
  quiz: KindTruth
  lesson: KindTruth
  themeday: KindTruth
  /** Over the theme days of the period that had a roster: those expected, and those of them who came. */
  attendance: { actual: number; expected: number }
  /** Theme days that somebody came to, by form; one of two forms is in both. */
  forms: Record<ThemeDayForm, number>
}

/** What the county is known by: the collections of the same names. */
export interface County {
  organisations: readonly OrganisationDoc[]
  people: readonly PersonDoc[]
  themeDays: readonly ThemeDayDoc[]
  /** The ledger: all entries. */
  facts: readonly FactDoc[]
}

const forms: readonly ThemeDayForm[] = ['groupStudy', 'oath', 'voluntary', 'visit', 'meeting']
const within = (day: string, { from, to }: Period) => from <= day && day <= to

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** The entries that count: of each participation the last, unless it was taken back. */
function standing(facts: readonly FactDoc[]): FactDoc[] {
  const last = new Map<string, FactDoc>()
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.activityId} ${fact.personId}`
    const known = last.get(key)
    if (!known || known.revision < fact.revision) last.set(key, fact)
  }
  return [...last.values()].filter(({ withdrawn }) => !withdrawn)
}

/** Answers for any organisation, period and slice; of a large county in some milliseconds each. */
export class Truth {
  private readonly factsOf: ReadonlyMap<string, readonly FactDoc[]>
  private readonly factsOfPerson: ReadonlyMap<string, readonly FactDoc[]>
  private readonly peopleOf: ReadonlyMap<string, readonly PersonDoc[]>
  private readonly personById: ReadonlyMap<string, PersonDoc>
  private readonly personOfSeat = new Map<number, { person: PersonDoc; orgId: string }>()
  private readonly rosters: readonly { _id: string; day: string; all: number[]; away: number[] }[]
  private readonly themeDayOf: ReadonlyMap<string, ThemeDayDoc>

  constructor(private readonly county: County) {
    const facts = standing(county.facts)
    this.factsOf = groupBy(facts, ({ orgId }) => orgId)
    this.factsOfPerson = groupBy(facts, ({ personId }) => personId)
    this.rosters = county.themeDays.flatMap(({ _id, startsAt, roster }) =>
      roster ? [{ _id, day: dayOf(startsAt), all: expectedSeats(roster), away: mobileSeats(roster) }] : [],
    )
    this.themeDayOf = new Map(county.themeDays.map((one) => [one._id, one]))
    this.personById = new Map(county.people.map((person) => [person._id, person]))
    const seatings = county.people.flatMap((person) => person.seatings.map((seating) => ({ person, ...seating })))
    this.peopleOf = new Map(
      [...groupBy(seatings, ({ orgId }) => orgId)].map(([id, list]) => [
        id,
        [...new Set(list.map((one) => one.person))],
      ]),
    )
    for (const { person, seat, orgId } of seatings) this.personOfSeat.set(seat, { person, orgId })
  }

  /** The figures of an organisation in a period; its members are those at the end. */
  truthOf(organisationId: string, period: Period, slice: TruthSlice = {}): OrganisationTruth {
    const branches = this.county.organisations.filter(
      ({ path, category }) => path.includes(organisationId) && (!slice.category || category === slice.category),
    )
    const ids = new Set(branches.map(({ _id }) => _id))
    const chosen = (person: PersonDoc) => isChosen(person, slice, period.to)
    const facts = [...ids]
      .flatMap((id) => this.factsOf.get(id) ?? [])
      .filter(({ day, mobile }) => within(day, period) && (!slice.mobile || mobile))
      .filter(({ personId }) => (slice.age || slice.probationary ? chosen(this.person(personId)) : true))
    const sitters = [...ids].flatMap((id) =>
      (this.peopleOf.get(id) ?? []).flatMap((person) => {
        const sitter = sitterOn(person, period.to)
        return sitter?.orgId === id && chosen(person) ? [sitter] : []
      }),
    )
    const members = slice.mobile ? sitters.filter(({ mobile }) => mobile) : sitters
    const stood = branches.filter(
      ({ kind, foundedOn, endedOn }) =>
        kind === 'branch' && (foundedOn ?? '') <= period.to && period.to < (endedOn ?? '9999'),
    )
    return {
      branches: stood.length,
      coveredBranches: stood.filter(({ _id }) =>
        this.factsOf.get(_id)?.some(({ kind, day }) => kind === 'themeday' && within(day, period)),
      ).length,
      members: members.length,
      mobile: members.filter(({ mobile }) => mobile).length,
      quiz: this.kindTruth('quiz', facts, members, period),
      lesson: this.kindTruth('lesson', facts, members, period),
      themeday: this.kindTruth('themeday', facts, members, period),
      attendance: this.attendance(ids, period, slice),
      forms: this.forms(facts),
    }
  }

  /** The same by category of branches. */
  byCategory(organisationId: string, period: Period): Map<Category, OrganisationTruth> {
    const categories = new Set(this.county.organisations.flatMap(({ category }) => category ?? []))
    return new Map([...categories].map((category) => [category, this.truthOf(organisationId, period, { category })]))
  }

  private person(id: string): PersonDoc {
    const person = this.personById.get(id)
    if (!person) throw new Error(`nobody is ${id}`)
    return person
  }

  private kindTruth(
    kind: ParticipationKind,
    facts: readonly FactDoc[],
    members: readonly Sitter[],
    period: Period,
  ): KindTruth {
    const own = facts.filter((fact) => fact.kind === kind)
    const mobile = own.filter((fact) => fact.mobile)
    return {
      people: new Set(own.map(({ personId }) => personId)).size,
      times: own.length,
      activities: new Set(own.map(({ activityId }) => activityId)).size,
      mobilePeople: new Set(mobile.map(({ personId }) => personId)).size,
      mobileTimes: mobile.length,
      participated: members.filter(({ personId }) =>
        this.factsOfPerson.get(personId)?.some((fact) => fact.kind === kind && within(fact.day, period)),
      ).length,
    }
  }

  private attendance(ids: ReadonlySet<string>, period: Period, slice: TruthSlice) {
    let actual = 0
    let expected = 0
    for (const { _id, day: due, all, away } of this.rosters) {
      if (!within(due, period)) continue
      for (const seat of slice.mobile ? away : all) {
        const owner = this.personOfSeat.get(seat)
        if (!owner || !ids.has(owner.orgId) || !isChosen(owner.person, { ...slice, mobile: undefined }, period.to))
          continue
        expected += 1
        const came = this.factsOfPerson
          .get(owner.person._id)
          ?.some(({ kind, activityId, day }) => kind === 'themeday' && activityId === _id && within(day, period))
        if (came) actual += 1
      }
    }
    return { actual, expected }
  }

  private forms(facts: readonly FactDoc[]): Record<ThemeDayForm, number> {
    const held = new Set(facts.flatMap(({ kind, activityId }) => (kind === 'themeday' ? [activityId] : [])))
    const count = (form: ThemeDayForm) => [...held].filter((id) => this.themeDayOf.get(id)?.forms.includes(form)).length
    return Object.fromEntries(forms.map((form) => [form, count(form)])) as Record<ThemeDayForm, number>
  }
}
