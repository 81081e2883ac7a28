import type { OrganisationDoc, PersonDoc, ThemeDayDoc } from '../../../cloudfunctions/_data/documents'
import { getCheckInBoard } from '../../../src/contracts/themeday'
import { dayOf, startOfDay } from '../../../src/domain/time/day'
import { openPhone } from '../../support/browser'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openidOf, organisations, person, rosterOf } from '../../support/county/county'
import { type Player, player, putPeople } from '../../support/county/start-county'
import type { Phone } from '../../support/phone'

export const MINUTE = 60_000

const HALL = 'hall'
export const HALL_DAY = 'hall-day'
/** Everyone of the branch is h0 (its secretary) to h24; h1 and h2 are away for months. */
export const SEATS = 25

const titles = '书记甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地'
/** One name is as long as names get. */
const nameOf = (n: number): string =>
  n === 0 ? '测试书记' : n === 9 ? '测试阿依努尔·示例买买提' : `测试${titles[n + 1]}`

const branch: OrganisationDoc = {
  ...(organisations.find(({ _id }) => _id === 'east') as OrganisationDoc),
  _id: HALL,
  name: '示例园社区党支部',
  path: ['county', 'town', HALL],
  order: 9,
  seats: [[30, 60]],
  dealt: SEATS,
}

const everyone: PersonDoc[] = Array.from({ length: SEATS }, (_, n) =>
  person(`h${n}`, HALL, 30 + n, {
    name: nameOf(n),
    mobile: n === 1 || n === 2,
    roles: n === 0 ? [{ role: 'secretary', orgId: HALL }] : [],
  }),
)

const dayAt = (startsAt: number): ThemeDayDoc => ({
  _id: HALL_DAY,
  orgId: HALL,
  title: '十一月主题党日：走访服务群众',
  place: '社区党群服务中心',
  forms: ['groupStudy', 'voluntary'],
  agenda: ['集中学习党员教育管理工作条例', '分组走访困难群众和老党员', '讨论下月支部工作'],
  startsAt,
  endsAt: startsAt + 120 * MINUTE,
  remote: true,
  status: 'planned',
  closedAt: null,
  secret: 'secret-of-hall-day-0123456789abcdef',
  roster: null,
  rosterUnfolded: false,
})

/** A branch of 25 on the afternoon of its theme day. The phones' own clocks say the machine's time, hours away from the server's. */
export interface Hall {
  readonly cloud: TestCloud
  readonly startsAt: number
  /** Calls of a person whose phone nobody looks at. */
  as(personId: string): Player
  /** A phone on which this WeChat user opens the app. */
  open(wechat: string, large?: boolean): Promise<Phone>
  /** The QR's content and the digits on the secretary's screen at this moment. */
  codes(): Promise<{ token: string; code: string }>
  /** Sets the server's clock to so many minutes after the start. */
  at(minutes: number): Promise<void>
  stop(): Promise<void>
}

/** @param unbound people whose WeChat is not known yet */
export async function startHall(unbound: readonly string[] = []): Promise<Hall> {
  const cloud = await startCloud({ demo: false })
  const startsAt = startOfDay(dayOf(Date.now())) + 15 * 60 * MINUTE
  const at = (minutes: number) => cloud.clock(startsAt + minutes * MINUTE)
  await at(-15)
  await cloud.put('organisations', [...organisations, branch])
  await putPeople(
    cloud,
    everyone.filter(({ _id }) => !unbound.includes(_id)),
  )
  // on the roster as everybody is, and no WeChat identity is theirs
  await cloud.put('people', everyone)
  await cloud.put('rosters', rosterOf(everyone))
  await cloud.put('counters', [{ _id: 'seats', next: 60 }])
  await cloud.put('themeDays', [dayAt(startsAt)])
  const phones: Phone[] = []
  const players = new Map<string, Player>()
  const as = (personId: string): Player => {
    const one = players.get(personId) ?? player(cloud, personId)
    players.set(personId, one)
    return one
  }
  return {
    cloud,
    startsAt,
    as,
    at,
    async open(wechat, large = false) {
      const token = await cloud.loginAs(openidOf(wechat))
      const phone = await openPhone({ url: cloud.url, large })
      phones.push(phone)
      const session = JSON.stringify({ data: { token, personaId: wechat } })
      await phone.page.addInitScript((kept) => {
        if (location.protocol !== 'about:') localStorage.setItem('session', kept)
      }, session)
      await phone.goto('/')
      return phone
    },
    async codes() {
      const { token, code } = await as('h0').ok(getCheckInBoard, { themeDayId: HALL_DAY })
      if (!token || !code) throw new Error('no check-in is open')
      return { token, code }
    },
    async stop() {
      for (const phone of phones) await phone.close()
      await cloud.stop()
    },
  }
}
