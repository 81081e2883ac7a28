import type { OutputOf } from '../../../src/contracts/action'
import type { openVersion } from '../../../src/contracts/report'
import type { TestCloud } from '../../support/cloud'

type View = OutputOf<typeof openVersion>

/** The report of a period as three people of the demo county bring it out, by the same calls as their phones. */
export async function issueReport(
  cloud: TestCloud,
  orgId: string,
  period: { from: string; to: string },
): Promise<void> {
  const about = { orgId, ...period }
  const take = async (persona: string, action: string, input: object): Promise<View> => {
    const { result } = await cloud.call<{ ok: boolean; data: View; error?: { code: string } }>(
      'report',
      action,
      input,
      await cloud.login(persona),
    )
    if (!result.ok) throw new Error(`${persona} ${action}: ${result.error?.code}`)
    return result.data
  }
  const seen = ({ version, revision }: View) => ({ ...about, version, revision })
  const draft = await take('organiser-county', 'openVersion', about)
  const submitted = await take('organiser-county', 'submitReport', seen(draft))
  const reviewed = await take('reviewer', 'reviewReport', { ...seen(submitted), accept: true })
  await take('issuer', 'issueReport', seen(reviewed))
}
