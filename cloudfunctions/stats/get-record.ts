import type { OutputOf } from '@/contracts/action'
import { getRecord as contract, type LedgerEntry } from '@/contracts/opening'
import { keyOf, latestRevisions } from '@/domain/participation'
import { canSeeNames } from '@/domain/people'
import type { Caller } from '../_data/callers'
import type { FactDoc, OrganisationDoc } from '../_data/documents'
import { entriesWithOrgs, findActivities, findAttendancesOf, findPapers } from '../_data/openings'
import { findOrganisations } from '../_data/organisations'
import { findNames, personWithOrgs } from '../_data/people'
import { implement } from '../_kit/action'

type Entry = FactDoc & { org: OrganisationDoc[] }
type Participation = OutputOf<typeof contract>['participations'][number]

const MOST = 50

const maySeeAt = (caller: Caller, { org }: Pick<Entry, 'org'>): boolean => !!org[0] && canSeeNames(caller, org[0].path)

/** Those responsible for where the person belongs see all; those responsible for where the person belonged then, what counts or counted there. */
export const getRecord = implement(contract, {
  alongside: ({ personId, kind }) => ({ person: personWithOrgs(personId), entries: entriesWithOrgs(personId, kind) }),
  allow({ caller, found: { person, entries }, refuse }) {
    const [one] = person
    return maySeeAt(caller, one ?? refuse('NOT_FOUND')) || entries.some((entry) => maySeeAt(caller, entry))
  },
  async handle({ caller, input, now, found, refuse }) {
    const { kind, personId, activityId, from, to } = input
    const person = found.person[0] ?? refuse('NOT_FOUND')
    const all = maySeeAt(caller, person)
    const byKey = new Map<string, Entry[]>()
    for (const entry of found.entries) {
      if (activityId !== null && entry.activityId !== activityId) continue
      byKey.set(keyOf(entry), [...(byKey.get(keyOf(entry)) ?? []), entry])
    }
    const shown = [...byKey.values()]
      .filter((entries) => all || entries.some((entry) => maySeeAt(caller, entry)))
      .flatMap((entries) => {
        const [latest] = latestRevisions(entries)
        return latest && latest.day >= from && latest.day <= to ? [{ latest, entries }] : []
      })
      .sort((a, b) => b.latest.occurredAt - a.latest.occurredAt)
      .slice(0, MOST)
    if (activityId !== null && shown.length === 0) refuse('NOT_FOUND')
    const ids = shown.map(({ latest }) => latest.activityId)
    const [activities, names, papers, attendances] = await Promise.all([
      findActivities(kind, ids),
      findNames([...new Set(shown.flatMap(({ entries }) => entries.flatMap(({ recorder }) => recorder ?? [])))]),
      kind === 'quiz' && ids.length > 0 ? findPapers(personId, ids) : [],
      kind === 'themeday' && ids.length > 0 ? findAttendancesOf(personId, ids) : [],
    ])
    const holders = await findOrganisations([...new Set([...activities.values()].map(({ orgId }) => orgId))])
    return {
      person: { id: personId, name: person.name, orgName: person.org[0]?.name ?? '' },
      asOf: now,
      participations: shown.map(({ latest, entries }): Participation => {
        const { activityId: id } = latest
        const info = activities.get(id)
        const holder = holders.find(({ _id }) => _id === info?.orgId)
        const attendance = attendances.find(({ themeDayId }) => themeDayId === id)
        const late = attendance?.lateScan
        return {
          activityId: id,
          title: info?.title ?? '已撤下的活动',
          holder: holder ? { id: holder._id, name: holder.name } : null,
          day: latest.day,
          counts: !latest.withdrawn,
          entries: [...entries].sort((a, b) => a.revision - b.revision).map((entry) => ledgerEntry(entry, names)),
          papers: papers
            .filter(({ quizId }) => quizId === id)
            .map(({ number, dealtAt, submission }) => ({
              number,
              dealtAt,
              handedInAt: submission?.at ?? null,
              receivedAt: submission?.receivedAt ?? null,
            })),
          leaveAt: attendance?.leave?.at ?? null,
          lateScan: late ? { scannedAt: late.scannedAt, receivedAt: late.receivedAt, state: late.state } : null,
        }
      }),
    }
  },
})

const ledgerEntry = (entry: Entry, names: ReadonlyMap<string, string>): LedgerEntry => ({
  revision: entry.revision,
  occurredAt: entry.occurredAt,
  recordedAt: entry.recordedAt,
  channel: entry.channel,
  withdrawn: entry.withdrawn,
  orgName: entry.org[0]?.name ?? '',
  mobile: entry.mobile,
  recorder: entry.recorder === null ? null : (names.get(entry.recorder) ?? '已不在名册上'),
  reason: entry.reason,
})
