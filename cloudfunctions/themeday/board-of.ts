import type { Channel } from '@/contracts/common'
import type { CheckInBoard } from '@/contracts/themeday'
import { checkInState, codesAt } from '@/domain/themeday'
import { dayOf } from '@/domain/time'
import { findArrivals } from '../_data/arrivals'
import type { OrganisationDoc, ThemeDayDoc } from '../_data/documents'
import { findMembersOn, findNames } from '../_data/people'
import { mac } from '../_kit/mac'

const LATEST_ARRIVALS = 50

/** What the secretary's screen shows now: the codes of the moment while the check-in is open, and who has come. */
export async function boardOf(themeDay: ThemeDayDoc, org: OrganisationDoc, now: number): Promise<CheckInBoard> {
  const { _id: themeDayId, title, startsAt, secret, roster } = themeDay
  const status = checkInState(themeDay, now)
  const { by, latest } = await findArrivals('themeday', themeDayId, LATEST_ARRIVALS)
  const [names, expected] = await Promise.all([
    findNames(latest.map(({ personId }) => personId)),
    roster ? roster.expected.length : findMembersOn(org._id, dayOf(now)).then((members) => members.length),
  ])
  const codes = status === 'open' ? codesAt({ themeDayId, secret, mac }, now) : null
  const count = (channel: Channel) => by.get(channel) ?? 0
  return {
    themeDayId,
    title,
    orgName: org.name,
    startsAt,
    status,
    now,
    token: codes?.token ?? null,
    code: codes?.code ?? null,
    rotatesAt: codes?.rotatesAt ?? null,
    expected,
    onSite: count('self') + count('import'),
    remote: count('remote'),
    proxy: count('proxy'),
    arrivals: latest.map(({ personId, occurredAt: at, channel }) => ({ name: names.get(personId) ?? '', at, channel })),
  }
}
