import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReflectionDoc } from '../../cloudfunctions/_data/documents'
import { judgeReflection } from '../../src/contracts/writing'
import { NOON } from '../support/county/activities'
import { type County, startCounty } from '../support/county/start-county'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.cloud.stop())

const reflection = (personId: string, state: ReflectionDoc['state']): ReflectionDoc => ({
  _id: `lesson.lesson1.${personId}`,
  ...{ personId, orgId: 'east', about: { kind: 'lesson', id: 'lesson1' }, title: '测试微党课', text: '一点体会。' },
  ...{ writtenAt: NOON, pen: null, state, returned: null, judgedBy: null },
})
const asked = (personId: string, was: ReflectionDoc['state'], verdict: object) => ({
  ...{ id: `lesson.lesson1.${personId}`, writtenAt: NOON, was, verdict },
})
const linesAbout = async (id: string) =>
  (await county.cloud.all<{ actor: string; action: string; object: string }>('audit'))
    .filter(({ object }) => object === id)
    .map(({ actor, action }) => `${actor} ${action}`)
const giveBack = { show: false, reason: '请写得再具体些' }

test('a secretary does not show their own text that waits; those above do', async () => {
  await county.cloud.put('reflections', [reflection('e0', 'review')])
  const { answer } = await county.as('e0').call(judgeReflection, asked('e0', 'review', { show: true }))
  expect(answer).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN', message: expect.stringContaining('上级组织') },
  })
  expect(await county.as('townorg').ok(judgeReflection, asked('e0', 'review', { show: true }))).toEqual({
    state: 'shown',
  })
})

test('a reason that does not pass the check is not passed on', async () => {
  await county.cloud.put('reflections', [reflection('e1', 'review')])
  const risky = asked('e1', 'review', { show: false, reason: '测试违规' })
  const { answer, databaseRequests } = await county.as('e0').call(judgeReflection, risky)
  expect(answer).toMatchObject({ ok: false, error: { code: 'TEXT_REFUSED', message: expect.stringContaining('原因') } })
  expect(databaseRequests).toBe(1)
  const [kept] = (await county.cloud.all<ReflectionDoc>('reflections')).filter(({ personId }) => personId === 'e1')
  expect(kept).toMatchObject({ state: 'review', returned: null })
})

test('a verdict has its line in the audit log also when the call died before it', async () => {
  await county.cloud.put('reflections', [reflection('e2', 'review')])
  await county.cloud.chaos({ killAfterWrite: 1, seed: 1 })
  await expect(county.as('e0').call(judgeReflection, asked('e2', 'review', giveBack))).rejects.toThrow()
  await county.cloud.chaos(null)
  expect(await linesAbout('lesson.lesson1.e2')).toEqual([])
  for (let i = 0; i < 2; i++) await county.as('e0').ok(judgeReflection, asked('e2', 'review', giveBack))
  expect(await linesAbout('lesson.lesson1.e2')).toEqual(['e0 returnReflection'])
})
