import { dayAt, nextDay, type Raw, type RawFact, type RawOrganisation, type Recomputed } from './raw'
import { seatsOf } from './seats'

const formCodes = {
  oath: 'oath',
  groupStudy: 'group-study',
  voluntary: 'voluntary',
  visit: 'visit',
  meeting: 'meeting',
}
const kinds = ['quiz', 'lesson', 'themeday'] as const

/**
 * Every figure of the county's report that records feed, straight from the raw collections with plain loops: the second opinion, which shares no code with
 * the product's statistics. The county is everybody, so no organisation restricts anything but the rates by category.
 * @param today days after it have not been
 */
export function recomputeReport(raw: Raw, from: string, to: string, today: string): Map<string, Recomputed> {
  const figures = new Map<string, Recomputed>()
  const lastDay = to < today ? to : today

  // the ledger: of each participation the last entry, unless it was taken back
  const latest = new Map<string, RawFact>()
  for (const fact of raw.facts) {
    const key = [fact.kind, fact.activityId, fact.personId].join(' ')
    const known = latest.get(key)
    if (!known || known.revision < fact.revision) latest.set(key, fact)
  }
  const standing = [...latest.values()].filter((fact) => !fact.withdrawn)
  const inPeriod = standing.filter((fact) => fact.day >= from && fact.day <= to)

  // who sits where at the end
  const members = new Map<string, number>()
  for (const person of raw.people) {
    for (const { seat, from: first, until } of person.seatings) {
      if ((first === null || first <= lastDay) && (until === null || until > lastDay)) members.set(person._id, seat)
    }
  }
  const branches = raw.organisations.filter(({ kind }) => kind === 'branch')
  const branchOfSeat = new Map<number, RawOrganisation>()
  for (const organisation of raw.organisations) {
    const branch = branches.find(({ _id }) => organisation.path.includes(_id))
    if (!branch) continue
    for (const [first, end] of organisation.seats)
      for (let seat = first; seat < end; seat++) branchOfSeat.set(seat, branch)
  }
  const stood = ({ foundedOn, endedOn }: RawOrganisation, day: string) =>
    (!foundedOn || foundedOn <= day) && (!endedOn || endedOn > day)
  const standingBranches = branches.filter((branch) => stood(branch, lastDay))

  const cameIn = { quiz: new Set<string>(), lesson: new Set<string>(), themeday: new Set<string>() }
  for (const kind of kinds) {
    const own = inPeriod.filter((fact) => fact.kind === kind)
    const away = own.filter((fact) => fact.mobile)
    for (const fact of own) cameIn[kind].add(fact.personId)
    figures.set(`${kind}.people`, cameIn[kind].size)
    figures.set(`${kind}.times`, own.length)
    figures.set(`${kind}.mobile.people`, new Set(away.map((fact) => fact.personId)).size)
    figures.set(`${kind}.mobile.times`, away.length)
    let taken = 0
    for (const id of members.keys()) if (cameIn[kind].has(id)) taken++
    figures.set(`${kind}.rate`, [taken, members.size])
  }
  const activities = (kind: string) =>
    new Set(inPeriod.filter((fact) => fact.kind === kind).map((fact) => fact.activityId))
  figures.set('lesson.count', activities('lesson').size)
  const held = activities('themeday')
  figures.set('themeday.sessions', held.size)

  // who was expected, and who of them came
  const owner = new Map<number, string>()
  for (const person of raw.people) for (const { seat } of person.seatings) owner.set(seat, person._id)
  const cameTo = new Map<string, Set<string>>()
  for (const fact of inPeriod) {
    if (fact.kind !== 'themeday') continue
    const came = cameTo.get(fact.activityId) ?? new Set()
    cameTo.set(fact.activityId, came.add(fact.personId))
  }
  let actual = 0
  let expected = 0
  const byCategory = new Map<string, { actual: number; expected: number }>()
  const themeDays = raw.themeDays.filter(({ startsAt }) => dayAt(startsAt) >= from && dayAt(startsAt) <= to)
  for (const { _id, roster } of themeDays) {
    if (!roster) continue
    for (const seat of seatsOf(roster.expected)) {
      const came = cameTo.get(_id)?.has(owner.get(seat) ?? '') ? 1 : 0
      actual += came
      expected += 1
      const category = branchOfSeat.get(seat)?.category ?? ''
      const sums = byCategory.get(category) ?? { actual: 0, expected: 0 }
      byCategory.set(category, { actual: sums.actual + came, expected: sums.expected + 1 })
    }
  }
  figures.set('themeday.attendance', [actual, expected])

  // branches that held something, and those of each category
  const active = new Set<string>()
  for (const fact of inPeriod) {
    const branch = fact.kind === 'themeday' ? branchOfSeat.get(fact.seat) : undefined
    if (branch) active.add(branch._id)
  }
  figures.set('themeday.coverage', [
    standingBranches.filter(({ _id }) => active.has(_id)).length,
    standingBranches.length,
  ])
  for (const category of new Set(branches.map((branch) => branch.category ?? ''))) {
    const own = standingBranches.filter((branch) => (branch.category ?? '') === category)
    const sums = byCategory.get(category) ?? { actual: 0, expected: 0 }
    figures.set(`imbalance.attendance.${category}`, [sums.actual, sums.expected])
    figures.set(`imbalance.coverage.${category}`, [own.filter(({ _id }) => active.has(_id)).length, own.length])
    const theirs = [...members].filter(([, seat]) => (branchOfSeat.get(seat)?.category ?? '') === category)
    for (const kind of ['quiz', 'lesson'] as const) {
      const taken = theirs.filter(([id]) => cameIn[kind].has(id)).length
      figures.set(`imbalance.${kind}.${category}`, [taken, theirs.length])
    }
  }

  // what is in no index
  for (const [form, code] of Object.entries(formCodes)) {
    figures.set(code, themeDays.filter(({ _id, forms }) => held.has(_id) && forms.includes(form)).length)
  }
  const written = raw.reflections.filter(
    ({ state, writtenAt }) => state === 'shown' && dayAt(writtenAt) >= from && dayAt(writtenAt) <= to,
  )
  figures.set('records.reflections', written.length)
  figures.set(
    'handbook.items',
    raw.handbook.reduce((sum, { items }) => sum + items.length, 0),
  )

  // leads: branches with a whole month without anybody, activities that look odd
  const monthsHeld = new Set<string>()
  for (const { kind, seat, day } of standing) {
    if (kind === 'themeday') monthsHeld.add(`${branchOfSeat.get(seat)?._id} ${day.slice(0, 7)}`)
  }
  let behind = 0
  for (const branch of branches) {
    let isBehind = false
    for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextDay(lastOf(month)).slice(0, 7)) {
      const [first, last] = [`${month}-01`, lastOf(month)]
      if (first < from || last > to || last >= today || !stood(branch, first) || !stood(branch, last)) continue
      if (!monthsHeld.has(`${branch._id} ${month}`)) isBehind = true
    }
    if (isBehind) behind++
  }
  figures.set('problems.themeday', behind)
  const presentAt = new Map<string, RawFact[]>()
  for (const fact of inPeriod) {
    if (fact.kind === 'themeday') presentAt.set(fact.activityId, [...(presentAt.get(fact.activityId) ?? []), fact])
  }
  let odd = 0
  for (const { _id, roster, startsAt, endsAt, closedAt } of themeDays) {
    if (!roster) continue
    const present = presentAt.get(_id) ?? []
    const proxies = present.filter((fact) => fact.channel === 'proxy').length
    const lasted =
      closedAt === null ? endsAt - startsAt : Math.min(closedAt, endsAt) - Math.min(startsAt, roster.frozenAt)
    const isOdd =
      present.length === 0 ||
      roster.frozenAt >= endsAt ||
      (present.length >= 5 && proxies * 2 > present.length) ||
      lasted < 20 * 60_000
    if (isOdd) odd++
  }
  figures.set('problems.formalism', odd)
  return figures
}

/** The last day of a month. */
function lastOf(month: string): string {
  let day = `${month}-28`
  while (nextDay(day).startsWith(month)) day = nextDay(day)
  return day
}
