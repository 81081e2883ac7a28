import type { TestCloud } from '../cloud'
import { findViolations } from './axe'
import { smallTargets } from './targets'
import { takeTour } from './tour'

/** What axe, a finger and a reader find on the pages of the tour: a line for each fault, empty when there is none. */
export async function inspectPages(cloud: TestCloud, large: boolean): Promise<string[]> {
  const found: string[] = []
  await takeTour(cloud, large, async (phone, { name }) => {
    found.push(...(await findViolations(phone)).map((line) => `${name}: ${line}`))
    found.push(
      ...(await smallTargets(phone)).map(({ words, width, height }) => `${name}: ${width} × ${height} 「${words}」`),
    )
    found.push(...(await phone.cutOff()).map((words) => `${name}: cut off 「${words}」`))
    found.push(...phone.errors.splice(0).map((error) => `${name}: ${error}`))
  })
  return found
}
