import { pick } from '@/domain/random'
import { addDays, dayOf, daysBetween, startOfDay } from '@/domain/time/day'
import type { OrganisationDoc } from '../../cloudfunctions/_data/documents'
import { homePlan } from './branches'
import type { DemoMonth } from './calendar'
import { chanceFor } from './chance'
import { jointTopics } from './theme-day-topics'
import { held, plannedThemeDay, type Session } from './theme-days'
import type { World } from './world'

/** A committee brings its branches together so often: every so many months. */
const EVERY = 6
const AT_NINE = 9 * 3_600_000

/** Whether a committee holds this month's theme day for all its branches, which then hold none of their own. Those of the personas do not. */
export const isJoint = ({ kind, order, _id }: OrganisationDoc, { ago }: DemoMonth, { plan }: World): boolean =>
  plan.eventful && kind === 'committee' && ago > 0 && ago % EVERY === order % EVERY && !homeIds.has(_id)

const homeIds = new Set(homePlan.children.map(({ id }) => id))

/** The joint theme day of a committee, held. */
export function jointSession({ _id }: OrganisationDoc, { month, days }: DemoMonth, world: World): Session {
  const { organisations, roll, makeSecret } = world
  const chance = chanceFor(`joint ${month} ${_id}`)
  const day = addDays(days.from, Math.floor(chance() * (daysBetween(days.from, days.to) + 1)))
  const details = { orgId: _id, place: '示例县文化馆报告厅', month, topic: pick(jointTopics, chance) }
  const themeDay = plannedThemeDay({ ...details, startsAt: startOfDay(day) + AT_NINE }, makeSecret())
  const expected = organisations
    .filter(({ kind, path }) => kind === 'branch' && path.includes(_id))
    .flatMap((branch) => roll.on(branch._id, dayOf(themeDay.startsAt)))
  return { themeDay: held(themeDay, expected), expected }
}
