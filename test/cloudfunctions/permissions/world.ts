import type { OrganisationDoc } from '../../../cloudfunctions/_data/documents'
import { freezeRoster } from '../../../src/domain/themeday'
import { HOUR, lessonBody, lessons, NOON, quizzes, themeDays } from '../../support/county/activities'
import { organisations, people, person } from '../../support/county/county'
import { type County, putPeople } from '../../support/county/start-county'
import { committeeRoles } from './matrix'

const group: OrganisationDoc = {
  ...(organisations.find(({ _id }) => _id === 'east') as OrganisationDoc),
  _id: 'eastgroup',
  name: '东村第一党小组',
  kind: 'group',
  parentId: 'east',
  path: ['county', 'town', 'east', 'eastgroup'],
  seats: [],
}

/** Every organisation about which the table asks. */
export const orgIds = [...organisations.map(({ _id }) => _id), group._id]

const roster = [
  ...people,
  ...committeeRoles.map(([id, role], i) => person(id, 'west', 100 + i, { roles: [{ role, orgId: 'town' }] })),
  ...orgIds.map((orgId, i) => person(`m-${orgId}`, orgId, 200 + i)),
]

export const putRoster = (county: County) => putPeople(county.cloud, roster)

const pathOf = new Map([...organisations, group].map(({ _id, path }) => [_id, path]))

/** Ids from the top of the tree down to an organisation. */
export const pathTo = (orgId: string): string[] => pathOf.get(orgId) ?? []

/** A theme day of an organisation, open, with everyone below it expected. */
export const openThemeDay = (_id: string, orgId: string) => ({
  ...themeDays[0],
  _id,
  orgId,
  status: 'open',
  roster: freezeRoster(
    roster.filter((one) => pathOf.get(one.orgId)?.includes(orgId)),
    NOON - HOUR,
  ),
})

export const plannedThemeDay = (_id: string, orgId: string) => ({ ...themeDays[0], _id, orgId, status: 'planned' })

/** The small county with, for every organisation, a member `m-<org>`, a quiz, a lesson and an open theme day. */
export async function putWorld(county: County): Promise<void> {
  await county.cloud.put('organisations', [group])
  await putRoster(county)
  // beyond every seat that the rows give away themselves
  await county.cloud.put('counters', [{ _id: 'seats', next: 50_000 }])
  await county.cloud.put(
    'quizzes',
    orgIds.map((orgId) => ({ ...quizzes[0], _id: `quiz-${orgId}`, orgId })),
  )
  await county.cloud.put(
    'lessons',
    orgIds.map((orgId) => ({ ...lessons[0], _id: `lesson-${orgId}`, orgId })),
  )
  await county.cloud.put(
    'lessonBodies',
    orgIds.map((orgId) => lessonBody(`lesson-${orgId}`)),
  )
  await county.cloud.put(
    'themeDays',
    orgIds.map((orgId) => openThemeDay(`day-${orgId}`, orgId)),
  )
}
