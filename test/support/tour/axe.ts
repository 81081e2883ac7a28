import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Phone } from '../phone'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Rules that are left out: one (experimental) splits words at spaces, which Chinese does not have, so that 「笔记」 is not found in 「记笔记」; the other takes what
 * lies under the bar at the bottom for too small, and asks for 24 px where `smallTargets` asks for 44.
 */
const leftOut = ['label-content-name-mismatch', 'target-size']

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds wrong on the page as it is, one line for each element: rule, element, what to do. WCAG 2.2 A and AA. */
export async function findViolations(phone: Phone): Promise<string[]> {
  await phone.page.evaluate(source)
  const violations = await phone.page.evaluate(async (left) => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown, options: object): Promise<{ violations: unknown }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    // pages below the one on the screen are kept by the router, hidden
    const { violations: found } = await axe.run(
      { include: ['body'], exclude: ['.taro_page_shade'] },
      {
        runOnly: { type: 'tag', values: tags },
        rules: Object.fromEntries(left.map((id) => [id, { enabled: false }])),
        resultTypes: ['violations'],
      },
    )
    return found
  }, leftOut)
  return (violations as Violation[]).flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${help}\n  ${html.slice(0, 160)}\n  ${failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`,
    ),
  )
}
