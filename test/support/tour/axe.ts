import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Phone } from '../phone'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds wrong on the page as it is, one line for each element: rule, element, what to do. WCAG 2.2 A and AA. */
export async function findViolations(phone: Phone): Promise<string[]> {
  await phone.page.evaluate(source)
  const violations = await phone.page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(context: unknown, options: object): Promise<{ violations: unknown }> }
    }
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    // pages below the one on the screen are kept by the router, hidden
    const { violations: found } = await axe.run(
      { include: ['body'], exclude: ['.taro_page_shade'] },
      { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] },
    )
    return found
  })
  return (violations as Violation[]).flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary }) =>
        `${id}: ${help}\n  ${html.slice(0, 160)}\n  ${failureSummary.replace(/\s+/g, ' ').slice(0, 240)}`,
    ),
  )
}
