import { rosterBlocks } from '@/domain/participation/roster'
import type { OrganisationDoc } from '../../cloudfunctions/_data/documents'
import { type BranchPlan, COUNTY_ID } from './branches'
import { type Calendar, calendarOf } from './calendar'
import { planTree } from './county-tree'
import { inventMembers, type Member } from './members'
import { Mover } from './mover'
import { letStoriesHappen } from './moves'
import { planOrganisations } from './organisations'
import { Roll } from './roll'
import { seatEveryone } from './rosters'
import type { CountyPlan } from './sizes'
import { type Willingness, willingnessIn } from './willingness'
import { letTheYearMove } from './yearly-moves'

/** The county before anyone has taken part in anything: what every part of the history is made from. */
export interface World {
  readonly plan: CountyPlan
  readonly calendar: Calendar
  readonly organisations: readonly OrganisationDoc[]
  readonly organisationOf: ReadonlyMap<string, OrganisationDoc>
  readonly branches: readonly BranchPlan[]
  /** In the order of the tree, the secretary of each branch first. */
  readonly members: readonly Member[]
  readonly roll: Roll
  readonly willingness: Willingness
  /** Of check-in codes; the only thing in the demo that is not the same every time. */
  readonly makeSecret: () => string
}

/** Invents the county and lets its people move; the documents that tell of it, by collection. */
export function createWorld(plan: CountyPlan, now: number, makeSecret: () => string) {
  const calendar = calendarOf(now, plan)
  const { today, history } = calendar
  const { organisations, branches } = planOrganisations(planTree(plan), today)
  const members = inventMembers(branches, Number(today.slice(0, 4)))
  const next = seatEveryone(
    organisations,
    members.map(({ person }) => person),
  )
  const organiser = members.find(({ persona }) =>
    persona?.roles.some(({ role, orgId }) => role === 'organiser' && orgId === COUNTY_ID),
  )
  const mover = new Mover(organisations, today, organiser?.person._id ?? '', next)
  const moved = letStoriesHappen(mover, members, today)
  const { reorganisations, audit } = plan.eventful
    ? letTheYearMove(mover, members, branches, history, moved)
    : { reorganisations: [], audit: [] }
  const people = members.map(({ person }) => person)
  const world: World = {
    plan,
    calendar,
    organisations,
    organisationOf: new Map(organisations.map((one) => [one._id, one])),
    branches,
    members,
    roll: new Roll(members),
    willingness: willingnessIn(plan),
    makeSecret,
  }
  const documents = {
    organisations,
    people,
    rosters: rosterBlocks(people),
    moves: mover.moves,
    reorganisations,
    audit,
    counters: [{ _id: 'seats', next: mover.next }],
  }
  return { world, documents }
}
