import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as stats from '../../src/contracts/stats'
import { allContracts, nameOf } from '../support/contracts'
import { type County, startCounty } from '../support/county/start-county'
import { allRows } from './permissions/all-rows'
import { expected, roleKeys, roles, targetsOf } from './permissions/matrix'
import { permissionTable, withTable } from './permissions/table'
import { putWorld } from './permissions/world'

const rows = await allRows()
const contracts = await allContracts()
const document = path.resolve(import.meta.dirname, '../../docs/permissions.md')

let county: County
beforeAll(async () => {
  county = await startCounty()
  await putWorld(county)
})
afterAll(() => county.cloud.stop())

test('every action has a row', () => {
  const covered = new Set(rows.map(({ contract }) => nameOf(contract)))
  expect([...covered].sort()).toEqual(contracts.map(nameOf).sort())
})

// npm test fails when they differ; UPDATE_DOCS=1 writes the table anew
test('docs/permissions.md says what these rows say', () => {
  const written = readFileSync(document, 'utf8')
  const right = withTable(written, permissionTable(rows))
  if (process.env.UPDATE_DOCS === '1') writeFileSync(document, right)
  else expect(written).toBe(right)
})

describe.each(rows.map((row) => [nameOf(row.contract), row.about, row] as const))('%s: %s', (_name, _about, row) => {
  test.each(roleKeys.map((role) => [roles[role].title, role] as const))('%s', async (_title, role) => {
    const answered: Record<string, string> = {}
    for (const { relation, target } of targetsOf(row, role)) {
      await row.prepare?.(county, target)
      const { answer } = await county.as(target.personId).call(row.contract, row.input(target))
      await row.restore?.(county, target)
      answered[relation] = answer.ok ? 'ok' : answer.error.code
    }
    const should = targetsOf(row, role).map(({ relation }) => [relation, expected(row, role, relation)])
    expect(answered).toEqual(Object.fromEntries(should))
  })
})

test('names of the missing go to those responsible; an inspector gets counts', async () => {
  const input = { orgId: 'east', from: '2026-11-01', to: '2026-11-30', kind: 'themeday' as const }
  const seenBy = async (person: string) => county.as(person).ok(stats.listMissing, input)
  expect((await seenBy('e0')).people?.map(({ name }) => name)).toContain('测试e2')
  expect((await seenBy('m-organiser')).people?.map(({ name }) => name)).toContain('测试e2')
  expect((await seenBy('m-inspector')).people).toBeNull()
})
