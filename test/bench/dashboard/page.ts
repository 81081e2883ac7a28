import { deflateSync } from 'node:zlib'
import type { OrganisationDoc, SegmentDoc } from '../../../cloudfunctions/_data/documents'
import { getHeat, getOverview } from '../../../src/contracts/stats'
import { categories } from '../../../src/domain/metrics'
import { factsIn, packSegment, type Segment } from '../../../src/domain/participation'
import { startOfDay } from '../../../src/domain/time'
import { startCloud, type TestCloud } from '../../support/cloud'
import { openidOf, person } from '../../support/county/county'
import { cpuOf, percentile } from '../actions/measure'

/** What the page asks for: its figures, then the months of the tree. */
const calls = (period: { from: string; to: string }) =>
  [
    { contract: getOverview, input: { orgId: 'county', ...period } },
    { contract: getHeat, input: { orgId: 'county', kind: 'quiz', to: period.to } },
  ] as const

export const month = { from: '2026-12-01', to: '2026-12-31' }
export const year = { from: '2026-01-01', to: '2026-12-31' }

export interface Opened {
  /** Milliseconds until the figures are there, and until the months are there too. */
  readonly figures: number
  readonly all: number
  readonly cpu: number
  readonly calls: number
  readonly requests: readonly number[]
  readonly kilobytes: number
}

const stored = (segment: Segment): SegmentDoc => {
  const { _id, kind, month, part } = segment
  const data = deflateSync(packSegment(segment)).toString('base64')
  return { _id, kind, month, part, version: 1, facts: factsIn(segment), size: data.length, data }
}

/** A local cloud with a county of 36,000 members and a year of their participation, on the last day of it. */
export async function startLargeCounty(): Promise<TestCloud> {
  process.env.BENCH_COUNTY = 'load'
  // its size is read from the environment when it is loaded
  const { county, happenings, LAST, makeSegments, yearOfAllKinds } = await import('../participation/county')
  const cloud = await startCloud({ demo: false })
  await cloud.clock(startOfDay(LAST) + 36_000_000)
  const pathOf = (id: string): string[] => {
    const parentId = county.tree.byId.get(id)?.parentId
    return parentId ? [...pathOf(parentId), id] : [id]
  }
  const organisations = county.tree.walk.map(
    ({ id, name, kind, parentId, order, own }, i): OrganisationDoc => ({
      _id: id,
      name,
      kind,
      category: kind === 'branch' ? (categories[i % categories.length] ?? null) : null,
      parentId,
      path: pathOf(id),
      order,
      seats: own.map(([from, to]) => [from, to]),
      dealt: 0,
      endedOn: null,
      successors: [],
    }),
  )
  const put = async (collection: string, documents: readonly object[], atOnce: number) => {
    for (let i = 0; i < documents.length; i += atOnce) await cloud.put(collection, documents.slice(i, i + atOnce))
  }
  await put('organisations', organisations, 500)
  await put('rosters', county.roster, 1)
  await put('segments', makeSegments(happenings(yearOfAllKinds)).map(stored), 4)
  await put('people', [person('boss', 'u0b0', 0, { roles: [{ role: 'organiser', orgId: 'county' }] })], 1)
  await put('bindings', [{ _id: openidOf('boss'), personId: 'boss', boundAt: startOfDay(LAST) }], 1)
  return cloud
}

/** Opens the page as a phone does. Throws unless everything was answered well. */
export async function openPage(cloud: TestCloud, token: string, period: typeof month): Promise<Opened> {
  const cpu = cpuOf(cloud.pid)
  const began = performance.now()
  const ends: number[] = []
  const requests: number[] = []
  let bytes = 0
  for (const { contract, input } of calls(period)) {
    const answer = await cloud.call<{ ok: boolean }>(contract.fn, contract.name, input, token)
    if (!answer.result?.ok) throw new Error(`${contract.name}: ${JSON.stringify(answer.body).slice(0, 300)}`)
    ends.push(performance.now() - began)
    requests.push(answer.databaseRequests)
    bytes += JSON.stringify(answer.result).length
  }
  const [figures = 0, all = 0] = ends
  return {
    figures,
    all,
    cpu: cpuOf(cloud.pid) - cpu,
    calls: ends.length,
    requests,
    kilobytes: Math.round(bytes / 1000),
  }
}

/** Several openings in one row of a table. */
export function rowOf(what: string, opened: readonly Opened[]) {
  const at = (of: (one: Opened) => number, p: number) => Math.round(percentile(opened.map(of), p))
  return {
    what,
    'figures there, p50 ms': at(({ figures }) => figures, 0.5),
    'figures there, p95 ms': at(({ figures }) => figures, 0.95),
    'with the months, p50 ms': at(({ all }) => all, 0.5),
    'with the months, p95 ms': at(({ all }) => all, 0.95),
    'CPU, ms': at(({ cpu }) => cpu, 0.5),
    'function calls': Math.max(...opened.map((one) => one.calls)),
    'database requests': opened[opened.length - 1]?.requests.join(' + ') ?? '',
    KB: at(({ kilobytes }) => kilobytes, 0.5),
  }
}
