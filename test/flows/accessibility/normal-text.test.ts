import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloud, type TestCloud } from '../../support/cloud'
import { inspectPages } from '../../support/tour/inspect'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ demo: true })
})
afterAll(() => cloud.stop())

test('in normal text nothing on any page is too pale, without a name, too small to press or cut off', {
  timeout: 600_000,
}, async () => {
  expect(await inspectPages(cloud, false)).toEqual([])
})
