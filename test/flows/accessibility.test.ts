import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCloud, type TestCloud } from '../support/cloud'
import { findViolations } from '../support/tour/axe'
import { smallTargets } from '../support/tour/targets'
import { takeTour } from '../support/tour/tour'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ demo: true })
})
afterAll(() => cloud.stop())

// every page, as axe, a finger and a reader of large text find it
test('nothing on any page is too pale, without a name, too small to press or cut off, in both text sizes', {
  timeout: 600_000,
}, async () => {
  const found: string[] = []
  let county: Awaited<ReturnType<typeof takeTour>> | undefined
  for (const large of [false, true]) {
    const look = async (phone: Parameters<Parameters<typeof takeTour>[2]>[0], name: string) => {
      const here = `${name}${large ? ' (large)' : ''}`
      found.push(...(await findViolations(phone)).map((line) => `${here}: ${line}`))
      found.push(
        ...(await smallTargets(phone)).map(({ words, width, height }) => `${here}: ${width} × ${height} 「${words}」`),
      )
      found.push(...(await phone.cutOff()).map((words) => `${here}: cut off 「${words}」`))
      found.push(...phone.errors.splice(0).map((error) => `${here}: ${error}`))
    }
    county = await takeTour(cloud, large, (phone, { name }) => look(phone, name), county)
  }
  expect(found).toEqual([])
})
