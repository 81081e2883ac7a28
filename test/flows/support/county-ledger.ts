import type { BindingDoc, OrganisationDoc, PersonDoc } from '../../../cloudfunctions/_data/documents'
import type { Category } from '../../../src/contracts/identity'
import type { Fact } from '../../../src/domain/participation/fact'
import type { TestCloud } from '../../support/cloud'

/** What the county's documents say when somebody counts them by hand, without the product's statistics. */
export interface CountedMonth {
  /** Who handed in a quiz this month, each once. */
  readonly people: ReadonlySet<string>
  /** Members of this day. */
  readonly members: readonly PersonDoc[]
  readonly organisations: readonly OrganisationDoc[]
  /** WeChat identities by person. */
  readonly openids: ReadonlyMap<string, string>
  /** How many took part of how many members of the branches of a category. */
  of(category: Category): { took: number; members: number }
}

/** The current month in Shanghai, `2026-11`. */
export const monthNow = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)

/** Counts this month's quizzes in the raw documents. */
export async function countQuizMonth(cloud: TestCloud): Promise<CountedMonth> {
  const [facts, everyone, organisations, bindings] = await Promise.all([
    cloud.all<Fact>('facts'),
    cloud.all<PersonDoc>('people'),
    cloud.all<OrganisationDoc>('organisations'),
    cloud.all<BindingDoc>('bindings'),
  ])
  const month = monthNow()
  const people = new Set(
    facts.flatMap(({ kind, day, withdrawn, personId }) =>
      kind === 'quiz' && day.startsWith(month) && !withdrawn ? [personId] : [],
    ),
  )
  const members = everyone.filter(({ seatings }) => seatings.some(({ until }) => until === null))
  const categoryOf = new Map(organisations.map(({ _id, category }) => [_id, category]))
  return {
    people,
    members,
    organisations,
    openids: new Map(bindings.map(({ _id, personId }) => [personId, _id])),
    of(category) {
      const there = members.filter(({ orgId }) => categoryOf.get(orgId) === category)
      return { took: there.filter(({ _id }) => people.has(_id)).length, members: there.length }
    },
  }
}

/** Of the members of a category every so-manieth takes part at least, so that the first of a month is like any other day. */
const every: Readonly<Partial<Record<Category, number>>> = { cityOffice: 2, village: 3, newOrganisation: 5 }

/** Adds this month's quiz to the ledger for some members of every branch: many of 市直机关, few of 两新组织, as it is later in the month too. */
async function letSomeTakePart(cloud: TestCloud): Promise<void> {
  const { members, organisations } = await countQuizMonth(cloud)
  const now = Date.now()
  const activityId = `quiz-${monthNow()}`
  const known = new Set((await cloud.all<Fact>('facts')).map(({ _id }) => _id))
  const some = organisations.flatMap(({ _id, category }) => {
    const step = category && every[category]
    return step ? members.filter(({ orgId }) => orgId === _id).filter((_one, place) => place % step === 0) : []
  })
  const facts = some.map(
    ({ _id: personId, seat, orgId, mobile }): Fact => ({
      ...{ _id: `quiz.${activityId}.${personId}`, kind: 'quiz', activityId, personId, seat, orgId, mobile },
      ...{ occurredAt: now, recordedAt: now, day: periodNow().to, channel: 'self', recorder: null, reason: null },
      ...{ revision: 0, withdrawn: false, earlier: [], folded: false },
    }),
  )
  await cloud.put(
    'facts',
    facts.filter(({ _id }) => !known.has(_id)),
  )
}

const together: Readonly<Record<string, Category>> = {
  townOffice: 'cityOffice',
  publicInstitution: 'cityOffice',
  community: 'village',
  privateEnterprise: 'newOrganisation',
  stateEnterprise: 'newOrganisation',
}

/**
 * Makes three categories of branches of the small county's eight: 市直机关, 农村 and 两新组织, each with five branches or more, so that none is hidden, and lets at least
 * some of each take part. To be done before anybody looks at a figure.
 */
export async function settleCounty(cloud: TestCloud): Promise<void> {
  const organisations = await cloud.all<OrganisationDoc>('organisations')
  await cloud.put(
    'organisations',
    organisations.map((one) => ({ ...one, category: one.category && (together[one.category] ?? one.category) })),
  )
  await letSomeTakePart(cloud)
}

/** Sets the server's clock to an hour of this day at which people are reminded (not between 21:00 and 8:00); leaves it alone by day. */
export async function byDay(cloud: TestCloud): Promise<void> {
  const now = Date.now()
  const local = new Date(now + 8 * 3_600_000)
  const hour = local.getUTCHours()
  if (hour >= 9 && hour < 20) return
  const noon = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 4)
  await cloud.clock(noon)
}

/** This month until today. */
export const periodNow = (): { from: string; to: string } => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  return { from: `${today.slice(0, 7)}-01`, to: today }
}
