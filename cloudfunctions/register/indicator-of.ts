import type { Indicator } from '@/contracts/register'
import { builtInIndicator, concerns, type IndicatorRecord, shownIndicator } from '@/domain/register'
import type { IndicatorDoc, OrganisationDoc } from '../_data/documents'
import { indicatorOf as recordOf } from '../_data/indicators'

/** The indicator of a code as it is stored, else as it is built in; null: there is none, or it has nothing to do with the organisation. */
export function indicatorOf(
  stored: IndicatorDoc | undefined,
  code: string,
  org: OrganisationDoc,
): IndicatorRecord | null {
  const indicator = stored ? recordOf(stored) : builtInIndicator(code)
  return indicator && concerns(indicator, { id: org._id, path: org.path }) ? indicator : null
}

/** An indicator as it stands on a day, for whoever looks at an organisation. */
export const shown = (indicator: IndicatorRecord, day: string, org: Pick<OrganisationDoc, '_id' | 'path'>): Indicator =>
  shownIndicator(indicator, day, org.path[0] ?? org._id, builtInIndicator(indicator.code) !== null)
