import { recountFigures as contract } from '@/contracts/stats'
import { slicedRoster } from '@/domain/metrics'
import {
  type Ledger,
  type OrgNode,
  recount,
  recountAttendance,
  recountMissing,
  recountRoster,
  type Sitting,
} from '@/domain/participation'
import { canReport } from '@/domain/people'
import { dayOf, earlierDay, endOfDay, startOfDay } from '@/domain/time'
import { ledgerOf } from '../_data/facts'
import { orgNode } from '../_data/org-node'
import { organisationById } from '../_data/organisations'
import { loadParticipation, type Participation } from '../_data/participation'
import { everyoneOf } from '../_data/people'
import { findRostersBetween } from '../_data/theme-days'
import { implement } from '../_kit/action'

/** A month of a county of 100,000 members has about 400,000 entries: more than one call can read in its time. */
const MOST_ENTRIES = 150_000

interface Asked {
  readonly kind: 'quiz' | 'lesson' | 'themeday'
  readonly from: string
  readonly to: string
  /** The roster's day. */
  readonly end: string
}

/** Whoever answers for figures may have them proved: the index and the ledger, each by code of its own. */
export const recountFigures = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canReport(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ input, now, found, refuse }) {
    const { orgId, kind, from, to } = input
    const { path } = found.org[0] ?? refuse('NOT_FOUND')
    const asked = { kind, from, to, end: earlierDay(to, dayOf(now)) }
    const participation = await loadParticipation(orgId, from, to)
    const node = participation.tree.byId.get(orgId) ?? refuse('NOT_FOUND')
    const facts = (await ledgerOf(from, to, MOST_ENTRIES)) ?? refuse('TOO_MUCH')
    const orgIds = [...participation.tree.byId.keys()]
    const [rosters, everyone] = await Promise.all([
      // those above may hold theme days for all below them
      kind === 'themeday' ? findRostersBetween([...path, ...orgIds], startOfDay(from), endOfDay(to)) : [],
      everyoneOf(orgIds),
    ])
    const people = everyone.map(({ _id: id, ...person }) => ({ id, ...person }))
    const sitting = recountRoster(people, asked.end)
    const index = fromIndex(participation, node, asked)
    const ledger = fromLedger({ facts, rosters, people }, sitting, node, asked)
    return {
      org: orgNode(node),
      kind,
      from,
      to,
      asOf: now,
      entries: facts.length,
      index,
      ledger,
      equal: Object.entries(ledger).every(([name, value]) => index[name as keyof typeof index] === value),
    }
  },
})

function fromIndex({ index, roster }: Participation, { ranges }: OrgNode, { kind, from, to, end }: Asked) {
  const { present } = slicedRoster(roster, {}, end)
  const mobile = index.tally({ kind, from, to, mobileOnly: true }, ranges)
  const [attendance] = kind === 'themeday' ? index.attendance({ from, to }, [ranges]) : []
  return {
    ...index.tally({ kind, from, to }, ranges),
    mobilePeople: mobile.people,
    mobileTimes: mobile.times,
    members: present.countIn(ranges),
    missing: index.missing({ kind, from, to }, present, ranges).size,
    actual: attendance?.actual ?? 0,
    expected: attendance?.expected ?? 0,
  }
}

function fromLedger(ledger: Ledger, sitting: readonly Sitting[], { ranges }: OrgNode, { kind, from, to }: Asked) {
  const mobile = recount(ledger, { kind, from, to, mobileOnly: true }, ranges)
  const inside = sitting.filter(({ seat }) => ranges.some(([first, end]) => seat >= first && seat < end))
  return {
    ...recount(ledger, { kind, from, to }, ranges),
    mobilePeople: mobile.people,
    mobileTimes: mobile.times,
    members: inside.length,
    missing: recountMissing(ledger, { kind, from, to }, sitting, ranges).length,
    ...recountAttendance(ledger, { from, to }, ranges),
  }
}
