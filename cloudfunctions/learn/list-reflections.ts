import { listReflections as contract } from '@/contracts/writing'
import { canReadReflections } from '@/domain/people'
import { organisationById } from '../_data/organisations'
import { findNames } from '../_data/people'
import { countWaiting, reflectionsIn } from '../_data/reflections'
import { implement } from '../_kit/action'
import { shownReflection } from './shown-reflection'

/** Rows of a page: a text has up to 5 KB. */
const PAGE = 50

/** The first page begins with those that wait; the others follow by when they were written. At most five database requests. */
export const listReflections = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canReadReflections(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ input, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const first = input.before === null
    const [waiting, waitingRows, judged] = await Promise.all([
      countWaiting(org._id),
      first ? reflectionsIn(org._id, ['review'], null, PAGE) : [],
      reflectionsIn(org._id, ['shown', 'returned'], input.before, PAGE + 1),
    ])
    const room = PAGE - waitingRows.length
    const rest = judged.slice(0, room)
    const names = await findNames([...new Set([...waitingRows, ...rest].map(({ personId }) => personId))])
    return {
      orgName: org.name,
      waiting,
      rows: [...waitingRows, ...rest].map((one) => ({ ...shownReflection(one), name: names.get(one.personId) ?? '' })),
      next: judged.length > room ? (rest[rest.length - 1]?.writtenAt ?? now + 1) : null,
    }
  },
})
