import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { explainFigure, getRecord, listActivities, listParticipants } from '../../../src/contracts/opening'
import { correctParticipation, transferMember } from '../../../src/contracts/organise'
import { getOverview, listMissing } from '../../../src/contracts/stats'
import { liveCodes, metric } from '../../../src/domain/metrics'
import { openedSlice, openingOf } from '../../../src/domain/metrics/opening'
import { startOfDay } from '../../../src/domain/time'
import { NOON, themeDays } from '../../support/county/activities'
import { people } from '../../support/county/county'
import { type County, startCounty } from '../../support/county/start-county'
import { take } from '../../support/county/take'

vi.setConfig({ testTimeout: 240_000 })

const november = { from: '2026-11-01', to: '2026-11-30' }

/**
 * east: e0 and e1 (who goes to desk on 11-09 and takes another quiz there), e2 mobile; west: w0, taken back and entered again; desk: nobody else.
 * eastpast's roster has e0, e1, e2; e0 came. oathday is the town's: e1 (still in east) and w0 came.
 */
let county: County
beforeAll(async () => {
  county = await startCounty()
  const held = { startsAt: startOfDay('2026-11-05'), endsAt: startOfDay('2026-11-06'), status: 'closed' }
  const [past] = themeDays
  await county.cloud.put('themeDays', [{ ...past, ...held, _id: 'oathday', orgId: 'town', forms: ['oath', 'visit'] }])
  await county.cloud.put('facts', [
    take('themeday', 'oathday', 'e1', '2026-11-05'),
    take('themeday', 'oathday', 'w0', '2026-11-05'),
    take('quiz', 'open', 'e0', '2026-11-02'),
    take('quiz', 'open', 'e1', '2026-11-02'),
    take('quiz', 'open', 'e2', '2026-11-03'),
    take('quiz', 'open', 'w0', '2026-11-03'),
    take('quiz', 'gone', 'e0', '2026-11-04'),
    take('lesson', 'lesson1', 'e1', '2026-11-04'),
    take('themeday', 'eastpast', 'e0', '2026-11-08'),
  ])
  await county.cloud.timer('rollup')
  await county
    .as('admin')
    .ok(transferMember, { key: 'move-e1-to-desk', personId: 'e1', into: 'desk', day: '2026-11-09' })
  const e1 = (await county.cloud.all<{ _id: string; seat: number }>('people')).find(({ _id }) => _id === 'e1')
  await county.cloud.put('facts', [
    { ...take('quiz', 'second', 'e1', '2026-11-10'), seat: e1?.seat ?? -1, orgId: 'desk' },
  ])
  const of = { kind: 'quiz', activityId: 'open', personId: 'w0' } as const
  await county.as('townorg').ok(correctParticipation, { ...of, withdrawn: true, reason: '录入有误' })
  await county.as('townorg').ok(correctParticipation, { ...of, withdrawn: false, reason: '核实后恢复' })
})
afterAll(() => county.cloud.stop())

const explain = (orgId: string, code: string, slice = {}, who = 'countyorg') =>
  county.as(who).ok(explainFigure, { orgId, code, slice, ...november })

describe('a figure explained', () => {
  test('has its definition, its formula with the very numbers, its sources and its parts', async () => {
    const rate = await explain('town', 'quiz.rate')
    expect(rate).toMatchObject({
      name: '知识答题参学率',
      kind: 'ratio',
      formula: '3 ÷ 4 = 75%',
      parts: { numerator: '其中本期参加过的', denominator: '期末在册党员' },
      source: 'participation',
      own: null,
      fold: '比率不能相加。先把分子、分母分别相加，得 3 和 4，再相除。',
      opening: {
        kind: 'quiz',
        measure: 'rate',
        records: 5,
        lastDay: '2026-11-04',
        // the two corrections, of one fact
        corrections: 2,
        unfolded: 2,
      },
    })
    // when the corrections were made
    expect(rate.opening?.lastEntryAt).toBeGreaterThanOrEqual(NOON)
    expect(rate.children.map(({ org, members, figure }) => [org.id, members, figure.numerator])).toEqual([
      ['east', 2, 2],
      ['west', 2, 1],
    ])
    const people = await explain('county', 'quiz.people')
    // e0, e1, e2, w0; e1 in both committees
    expect(people.figure.value).toBe(4)
    expect(people.fold).toBe(
      '下面各组织相加是 5 名，比这里多 1：有人先后在几个下级组织参加过，比如转接了组织关系；在这里每人只算一次。',
    )
    expect((await explain('county', 'quiz.times')).fold).toBe('下面各组织相加，正好是 6 人次。')
  })

  test('every one that the index computes says what the overview says, at every level, in every slice', async () => {
    const village = { category: 'village' as const }
    for (const [orgId, slice] of [
      ['county', village],
      ['town', {}],
      ['desk', { mobile: true as const }],
    ] as const) {
      const overview = await county.as('countyorg').ok(getOverview, { orgId, ...november, slice })
      // by category they are all of one rule
      for (const code of liveCodes.filter((one) => !/^imbalance\.(?!coverage\.village)/.test(one))) {
        const told = await explain(orgId, code, slice)
        const shown = overview.figures.find((figure) => figure.code === code)
        if (shown) expect(told.figure, `${orgId} ${code}`).toEqual(shown)
        for (const child of told.children) {
          const same = overview.children.find(({ org }) => org.id === child.org.id)
          const figure = same?.figures.find((one) => one.code === code)
          if (figure) expect(child.figure, `${orgId} ${code} ${child.org.id}`).toEqual(figure)
        }
      }
    }
  })

  test('one that is too small to be shown by itself is not shown by its parts', async () => {
    expect(await explain('county', 'imbalance.coverage.cityOffice')).toMatchObject({
      figure: { value: null, state: 'suppressed' },
      formula: null,
      opening: null,
      children: [],
    })
  })

  test('of other records, of the register, of nothing: each says so', async () => {
    expect(await explain('county', 'records.reflections')).toMatchObject({ source: 'records', opening: null })
    expect(await explain('county', 'poverty.villages')).toMatchObject({ source: 'register', opening: null })
    expect(await explain('county', 'training.sessions')).toMatchObject({
      source: 'none',
      figure: { value: null, state: 'noSource' },
    })
    expect(await county.as('countyorg').code(explainFigure, { orgId: 'county', code: 'no.such', ...november })).toBe(
      'NOT_FOUND',
    )
  })
})

/** Every page. */
async function activities(orgId: string, kind: 'quiz' | 'lesson' | 'themeday', slice: object, who = 'countyorg') {
  const input = { orgId, kind, slice, ...november }
  let page = await county.as(who).ok(listActivities, input)
  const rows = [...page.rows]
  while (page.next) {
    page = await county.as(who).ok(listActivities, { ...input, after: page.next })
    rows.push(...page.rows)
  }
  return { ...page, rows }
}

type Kind = 'quiz' | 'lesson' | 'themeday'

/** What a kind opens to for an organisation and slice; what must hold among these is checked here. */
async function recordsOf(orgId: string, kind: Kind, slice: object) {
  const list = await activities(orgId, kind, slice)
  const ask = (activityId: string | null) =>
    county.as('countyorg').ok(listParticipants, { orgId, kind, slice, activityId, ...november })
  const who = await ask(null)
  const missing = await county.as('countyorg').ok(listMissing, { orgId, kind, slice, ...november })
  const told = `${orgId} ${kind} ${JSON.stringify(slice)}`
  expect(list.total, told).toBe(list.rows.length)
  expect(list.held, told).toBe(list.rows.filter(({ people: n }) => n > 0).length)
  expect(list.times, told).toBe(list.rows.reduce((sum, { people: n }) => sum + n, 0))
  expect(who.times, told).toBe(list.times)
  expect(who.rows, told).toHaveLength(who.people)
  expect(missing.people, told).toHaveLength(missing.missing)
  // each activity opens to as many people as it says
  for (const row of list.rows) {
    const there = await ask(row.id)
    expect(there.rows, `${told} ${row.id}`).toHaveLength(row.people)
    expect(there.activity, `${told} ${row.id}`).toEqual(row)
  }
  return { list, who, missing }
}

describe('every figure opens down to its records', () => {
  test('and they add up, for all live metrics at once, at every level and in slices', async () => {
    const known = new Map<string, Promise<Awaited<ReturnType<typeof recordsOf>>>>()
    const once = (orgId: string, kind: Kind, slice: object) => {
      const key = JSON.stringify([orgId, kind, slice])
      const found = known.get(key) ?? recordsOf(orgId, kind, slice)
      known.set(key, found)
      return found
    }
    const aged = { age: 'from46To60' as const }
    for (const [orgId, slices] of [
      ['county', [{}, aged]],
      ['town', [{}]],
      ['east', [aged]],
      ['desk', [{}]],
    ] as const) {
      for (const slice of slices) {
        const { figures } = await county.as('countyorg').ok(getOverview, { orgId, ...november, slice })
        for (const figure of figures) {
          const opening = openingOf(figure.code)
          if (!opening || figure.state === 'suppressed') continue
          const told = `${orgId} ${figure.code} ${JSON.stringify(slice)}`
          const { list, who, missing } = await once(orgId, opening.kind, openedSlice(slice, opening))
          switch (opening.measure) {
            case 'people':
              expect(who.people, told).toBe(figure.value)
              break
            case 'times':
              expect(list.times, told).toBe(figure.value)
              break
            case 'sessions':
              expect(list.held, told).toBe(figure.value)
              break
            case 'rate':
              expect([missing.members - missing.missing, missing.members], told).toEqual([
                figure.numerator,
                figure.denominator,
              ])
              break
            case 'attendance': {
              const sum = (pick: 'actual' | 'expected') =>
                list.rows.reduce((total, row) => total + (row.attendance?.[pick] ?? 0), 0)
              expect([sum('actual'), sum('expected')], told).toEqual([figure.numerator, figure.denominator])
              break
            }
            default:
              expect(metric(figure.code).kind, told).toBe('ratio')
          }
        }
      }
    }
    // three kinds, five organisations with a slice, and of mobile members there
    expect(known.size).toBeGreaterThan(20)
  })

  test('an activity that is no more in the system keeps its records', async () => {
    const { rows } = await activities('east', 'quiz', {})
    expect(rows).toMatchObject([
      { id: 'gone', title: '已撤下的活动', holder: null, people: 1 },
      { id: 'open', title: '测试答题open', holder: { id: 'county', name: '示例县' }, people: 3, mobile: 1 },
    ])
  })

  test('the record has every entry and what is behind it, and no marks', async () => {
    const record = await county
      .as('townorg')
      .ok(getRecord, { kind: 'quiz', personId: 'w0', activityId: 'open', ...november })
    expect(record.person).toEqual({ id: 'w0', name: '测试w0', orgName: '西村支部' })
    const [one] = record.participations
    expect(one).toMatchObject({ title: '测试答题open', day: '2026-11-03', counts: true, papers: [] })
    expect(
      one?.entries.map(({ revision, withdrawn, recorder, reason }) => [revision, withdrawn, recorder, reason]),
    ).toEqual([
      [0, false, null, null],
      [1, true, '测试townorg', '录入有误'],
      [2, false, '测试townorg', '核实后恢复'],
    ])
    expect(JSON.stringify(record)).not.toMatch(/mark|score|points|correct/i)
  })
})

describe('a figure of theme days by form', () => {
  const form = 'oath' as const

  test('opens to its organisations, activities, people and to who is missing', async () => {
    const oath = await explain('county', 'oath')
    expect(oath).toMatchObject({
      figure: { value: 1, state: 'ok' },
      source: 'participation',
      fold: '下面各组织相加，正好是 1 场次。',
      own: null,
      opening: { kind: 'themeday', measure: 'sessions', form, records: 2, lastDay: '2026-11-05', corrections: 0 },
    })
    expect(oath.children.map(({ org, figure }) => [org.id, figure.value])).toEqual([
      ['town', 1],
      ['office', 0],
    ])
    expect((await explain('county', 'group-study')).opening).toMatchObject({ records: 1, lastDay: '2026-11-08' })
    expect((await explain('east', 'voluntary')).figure).toEqual({ code: 'voluntary', value: 0, state: 'ok' })

    const of = { kind: 'themeday' as const, form, ...november }
    const came = await county.as('townorg').ok(listParticipants, { orgId: 'town', ...of })
    expect(came).toMatchObject({ people: 2, times: 2, activity: null })
    expect(came.rows?.map(({ id }) => id)).toEqual(['e1', 'w0'])
    const east = await county.as('e0').ok(listMissing, { orgId: 'east', ...of })
    expect([east.members, east.missing, east.people?.map(({ id }) => id)]).toEqual([2, 2, ['e0', 'e2']])
    // e1 took the oath before moving to desk: it is not missing there, and nobody took part there
    const desk = await county.as('countyorg').ok(listMissing, { orgId: 'desk', ...of })
    expect(desk.people?.map(({ id }) => id)).not.toContain('e1')
    expect(desk.members - desk.missing).toBe(1)
    expect(await county.as('countyorg').ok(listParticipants, { orgId: 'desk', ...of })).toMatchObject({ people: 0 })
  })

  test('in a slice counts those people only; records that know no slice have no value there', async () => {
    expect((await explain('county', 'oath', { mobile: true })).figure.value).toBe(0)
    expect((await explain('county', 'oath', { category: 'village' })).figure.value).toBe(1)
    expect((await explain('county', 'oath', { category: 'cityOffice' })).figure.value).toBe(0)
    const reflections = await explain('county', 'records.reflections', { mobile: true })
    expect(reflections).toMatchObject({ figure: { value: null, state: 'noSource' }, source: 'records', children: [] })
    expect((await explain('county', 'records.reflections')).figure).toMatchObject({ value: 0, state: 'ok' })
  })
})

describe('who sees what', () => {
  const of = (personId: string) => ({ kind: 'quiz' as const, personId, ...november })

  test('an inspector sees counts, and nobody’s name or record', async () => {
    const seen = await county.as('inspector').ok(listParticipants, { orgId: 'county', kind: 'quiz', ...november })
    expect(seen).toMatchObject({ people: 4, times: 6, rows: null, next: null })
    expect(seen.branches.map(({ org, people: n }) => [org.id, n])).toEqual([
      ['east', 3],
      ['west', 1],
      ['desk', 1],
    ])
    expect(await county.as('inspector').code(getRecord, of('e0'))).toBe('FORBIDDEN')
  })

  test('no answer about figures has anybody’s name or id for who gets counts, whatever is asked', async () => {
    const everyone = people.map(({ _id, name }) => [_id, name] as const)
    for (const kind of ['quiz', 'lesson', 'themeday'] as const) {
      for (const orgId of ['county', 'town', 'east']) {
        const of = { orgId, kind, ...november }
        const asked = [
          await county.as('inspector').ok(listParticipants, of),
          await county.as('inspector').ok(listParticipants, { ...of, activityId: 'open' }),
          await county.as('inspector').ok(listMissing, of),
          await county.as('inspector').ok(listMissing, { ...of, slice: { mobile: true }, after: 0 }),
          await county.as('inspector').ok(listActivities, of),
          await county.as('inspector').ok(explainFigure, { orgId, code: `${kind}.people`, ...november }),
          await county.as('inspector').ok(getOverview, { orgId, ...november }),
        ].map((answer) => JSON.stringify(answer))
        for (const [id, name] of everyone) {
          for (const answer of asked) {
            expect(answer).not.toContain(`"${name}"`)
            expect(answer).not.toContain(`"${id}"`)
          }
        }
      }
    }
  })

  test('a secretary sees what counts in the branch, also of who has left it, and nothing else of them', async () => {
    const then = await county.as('e0').ok(getRecord, of('e1'))
    expect(then.participations.map(({ activityId }) => activityId)).toEqual(['open'])
    expect(await county.as('e0').code(getRecord, of('w0'))).toBe('FORBIDDEN')
    expect(await county.as('e0').code(getRecord, of('nobody'))).toBe('NOT_FOUND')
    const all = await county.as('countyorg').ok(getRecord, of('e1'))
    expect(all.participations.map(({ activityId }) => activityId)).toEqual(['second', 'open'])
  })
})

test('what it costs, warm: in database requests', async () => {
  const requests = async <A extends Parameters<ReturnType<County['as']>['call']>[0]>(contract: A, input: object) =>
    (await county.as('countyorg').call(contract, input)).databaseRequests
  const scope = { orgId: 'county', ...november }
  await requests(explainFigure, { ...scope, code: 'quiz.rate' })
  // caller · two tails · organisations, segments, roster · corrections, latest entry
  expect(await requests(explainFigure, { ...scope, code: 'quiz.rate' })).toBe(8)
  // … and what of the activities is of the form
  expect(await requests(explainFigure, { ...scope, code: 'oath' })).toBe(9)
  expect(await requests(listMissing, { ...scope, kind: 'themeday' })).toBe(7)
  expect(await requests(listMissing, { ...scope, kind: 'themeday', form: 'oath' })).toBe(8)
  expect(await requests(listParticipants, { ...scope, kind: 'themeday', form: 'oath' })).toBe(8)
  // … · titles · holders
  expect(await requests(listActivities, { ...scope, kind: 'quiz' })).toBe(8)
  // … · names
  expect(await requests(listParticipants, { ...scope, kind: 'quiz' })).toBe(7)
  // caller with person and entries · titles, papers · holders
  expect(await requests(getRecord, { kind: 'quiz', personId: 'e0', ...november })).toBe(4)
})
