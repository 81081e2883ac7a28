import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReorganisationDoc } from '../../../cloudfunctions/_data/documents'
import { completeLesson } from '../../../src/contracts/learn'
import { transferMember } from '../../../src/contracts/organise'
import { makeFact } from '../../../src/domain/participation/fact'
import { startCloud } from '../../support/cloud'
import { NOON } from '../../support/county/activities'
import { type County, fillCounty, player } from '../../support/county/start-county'
import { expectSoundRoster, look, newKey } from './support'

const root = path.resolve(import.meta.dirname, '../../..')
const MINUTE = 60_000
let county: County
let functionsDir: string

/** The functions as they are shipped, and a timer that does only what is to be proven here. */
beforeAll(async () => {
  // beside the others: the platform's SDK is found from there
  functionsDir = mkdtempSync(path.join(root, 'dist/functions-'))
  cpSync(path.join(root, 'dist/cloudfunctions'), functionsDir, { recursive: true })
  mkdirSync(path.join(functionsDir, 'settle'))
  writeFileSync(path.join(functionsDir, 'settle/config.json'), '{ "timeout": 60, "permissions": { "openapi": [] } }')
  await build({
    stdin: {
      contents: `
        import { settleMoves } from './cloudfunctions/_data/corrections'
        import { resumeReorganisations } from './cloudfunctions/_data/reorganisations'
        export const main = async () => ({
          resumed: await resumeReorganisations(Date.now(), () => false),
          settled: await settleMoves(Date.now(), () => false),
        })`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: path.join(functionsDir, 'settle/index.js'),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['wx-server-sdk'],
    tsconfig: path.join(root, 'tsconfig.json'),
  })
  const cloud = await startCloud({ functionsDir })
  await fillCounty(cloud)
  county = { cloud, as: (personId) => player(cloud, personId) }
})
afterAll(async () => {
  await county.cloud.stop()
  rmSync(functionsDir, { recursive: true, force: true })
})

const settle = () => county.cloud.timer<{ resumed: number; settled: number }>('settle')

test('a call that still knew the old branch when the move was entered is found by the later look', async () => {
  await county.as('townorg').ok(transferMember, { key: newKey(), personId: 'e1', into: 'west', day: '2026-11-10' })
  // two seconds later such a call ends
  const late = makeFact({
    kind: 'lesson',
    activityId: 'lesson1',
    person: { id: 'e1', seat: 1, orgId: 'east', mobile: false },
    occurredAt: NOON + 2000,
    recordedAt: NOON + 2000,
    channel: 'self',
  })
  await county.cloud.put('facts', [late])
  expect(await settle()).toEqual({ resumed: 0, settled: 0 })
  expect(await look(county).moves()).toMatchObject([{ settled: false }])
  await county.cloud.clock(NOON + 3 * MINUTE)
  expect(await settle()).toEqual({ resumed: 0, settled: 1 })
  expect(await look(county).facts('e1')).toMatchObject([{ seat: 1 }, { seat: 12, orgId: 'west', revision: 1 }])
  expect(await look(county).moves()).toMatchObject([{ settled: true }])
  expect(await settle()).toEqual({ resumed: 0, settled: 0 })
})

test('an order whose caller died is carried out without them', async () => {
  await county.as('e0').ok(completeLesson, { lessonId: 'lesson1', chosen: [1] })
  // as the call leaves it that dies right after it was written down
  const order: ReorganisationDoc = {
    _id: 'townorg.died-order',
    kind: 'merge',
    from: ['east'],
    into: [{ orgId: 'west', members: null }],
    day: '2026-11-10',
    recorder: 'townorg',
    recordedAt: NOON + 3 * MINUTE,
    done: false,
  }
  const east = await look(county).organisation('east')
  await county.cloud.put('organisations', [{ ...east, successors: ['west'] }])
  await county.cloud.put('reorganisations', [order, { _id: 'open', orgIds: ['east', 'west'], done: true }])
  await county.cloud.clock(NOON + 6 * MINUTE)
  expect(await settle()).toMatchObject({ resumed: 1 })
  expect(await look(county).organisation('east')).toMatchObject({ endedOn: '2026-11-10', successors: ['west'] })
  expect((await look(county).person('e0')).orgId).toBe('west')
  expect((await look(county).facts('e0')).at(-1)).toMatchObject({ orgId: 'west', revision: 1 })
  await expectSoundRoster(county)
})
