import { read, utils } from '@e965/xlsx'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { FactDoc } from '../../../cloudfunctions/_data/documents'
import { startExport } from '../../../src/contracts/exports'
import { getJob, type Job } from '../../../src/contracts/jobs'
import { getOverview } from '../../../src/contracts/stats'
import { makeFact } from '../../../src/domain/participation'
import { HOUR, NOON } from '../../support/county/activities'
import { people, person } from '../../support/county/county'
import { type County, player, putPeople, startCounty } from '../../support/county/start-county'
import { KILLS } from '../../support/deaths'
import { fired, Hours, type Mortal, surviving } from './deaths'
import { download, november } from './support'

// a hundred deaths take their time on a loaded machine, and no test is about that
vi.setConfig({ testTimeout: 900_000 })

const DEATHS = KILLS

/** As many as it takes two lists of seats to name. */
const crowd = Array.from({ length: 510 }, (_, n) => person(`x${n}`, 'west', 1000 + n, { mobile: n % 7 === 0 }))

let county: County
let hours: Hours
beforeAll(async () => {
  county = await startCounty()
  hours = new Hours(county.cloud, NOON)
  const orgs = await county.cloud.all<{ _id: string; seats: number[][] }>('organisations')
  const west = orgs.find(({ _id }) => _id === 'west')
  await county.cloud.put('organisations', [{ ...west, seats: [...(west?.seats ?? []), [1000, 1600]] }])
  await putPeople(county.cloud, [...people, ...crowd])
})
afterEach(() => county.cloud.chaos(null))
afterAll(() => county.cloud.stop())

/** The cells of every sheet; the minute in which the index was looked at is another one each time. */
function cellsOf(file: Buffer): unknown {
  const { SheetNames, Sheets } = read(file)
  return SheetNames.map((name) => {
    const rows = utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1, raw: true })
    return [name, rows.filter(([item]) => item !== '统计截至')]
  })
}

/** An export whose owner waits for it on its page; every third time only the timer goes on with it. */
function exporting(who: string): Mortal {
  let id = ''
  let byTimer = false
  let last: Job | null = null
  const job = () => county.as(who).ok(getJob, { id })
  return {
    async begin(n) {
      byTimer = n % 3 === 2
      const view = { what: 'missing', orgId: 'county', kind: 'quiz', ...november }
      // one may order thirty in a day
      if (n % 25 === 0) await hours.pass(25 * HOUR)
      id = (await county.as(who).ok(startExport, { key: `kill-export-${n}`, view })).id
    },
    async goOn() {
      if (byTimer) await fired(county.cloud, 'jobs')
      else await county.as(who).ok(getJob, { id, work: true })
      const [stored] = (await county.cloud.all<{ _id: string; open: boolean }>('jobs')).filter(({ _id }) => _id === id)
      return stored?.open === false
    },
    async look() {
      // the documents as they lie there: asking a function could itself be killed
      const stored = (
        await county.cloud.all<{ _id: string; state: string; result: unknown; problem: unknown }>('jobs')
      ).find(({ _id }) => _id === id)
      expect(stored?.problem).toBeNull()
      expect(stored?.result === null).toBe(stored?.state !== 'done')
    },
    async result() {
      last = await job()
      expect(last.state).toBe('done')
      expect(await county.cloud.all('jobParts')).toEqual([])
      return cellsOf(await download(last))
    },
  }
}

test('an export whose workers die at random points gives the same file, and leaves nothing', async () => {
  const { killed, expected, results } = await surviving(county.cloud, exporting('countyorg'), hours, DEATHS, 700)
  expect(killed).toBeGreaterThanOrEqual(DEATHS)
  // 510 of the crowd and the ten of the county, none of whom has answered
  expect(JSON.stringify(expected)).toContain('期末在册党员 520 名，其中本期没有参加过知识答题的 520 名')
  for (const result of results) expect(result).toEqual(expected)
})

test('an export survives that the whole cloud dies, again and again', async () => {
  const work = exporting('countyorg')
  await work.begin(1000)
  let ended = false
  for (let deaths = 0; deaths < 5; deaths++) {
    // dies while it is being done: what the person gets is no answer, or a good one
    const going = work.goOn().catch(() => false)
    await county.cloud.get('/local/personas')
    await county.cloud.kill()
    ended = (await going) || ended
    await county.cloud.restart()
    county.as = (personId) => player(county.cloud, personId)
    await hours.pass()
    await work.look()
  }
  while (!(await work.goOn().catch(() => false))) await hours.pass()
  const undisturbed = exporting('countyorg')
  await undisturbed.begin(1001)
  while (!(await undisturbed.goOn())) await hours.pass()
  expect(await work.result()).toEqual(await undisturbed.result())
})

/** Facts that are folded into the index by its timer: the n-th time those of another quiz. */
function folding(): Mortal {
  let facts: FactDoc[] = []
  let quizId = ''
  const shown = async () => {
    const { figures } = await county.as('countyorg').ok(getOverview, { orgId: 'county', ...november })
    return figures.find(({ code }) => code === 'quiz.times')?.value
  }
  let before = 0
  return {
    async begin(n) {
      quizId = `fold${n}`
      before = Number(await shown())
      facts = crowd.slice(0, 40).map(({ _id, seat, mobile }) =>
        makeFact({
          kind: 'quiz',
          activityId: quizId,
          person: { id: _id, seat, orgId: 'west', mobile },
          occurredAt: NOON,
          recordedAt: NOON,
          channel: 'self',
        }),
      )
      await county.cloud.put('facts', facts)
    },
    async goOn() {
      return !(await fired<{ left: boolean }>(county.cloud, 'rollup')).left
    },
    async look() {},
    async result() {
      return Number(await shown()) - before
    },
  }
}

test('the fold whose workers die at random points counts everyone once', async () => {
  const { killed, expected, results } = await surviving(county.cloud, folding(), hours, DEATHS, 900)
  expect(killed).toBeGreaterThanOrEqual(DEATHS)
  expect(expected).toBe(40)
  for (const result of results) expect(result).toBe(40)
})
