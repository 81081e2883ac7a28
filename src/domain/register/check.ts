import type { PeriodKey } from '@/contracts/register'
import { addDays } from '../time'
import type { Scaled } from './decimal'
import type { SourceDocument } from './entry'
import { type IndicatorRecord, opensOn } from './indicator'
import { daysOf } from './periods'

/** A state of things is one of its period when it was so until a month after it. */
const DAYS_AFTER = 31

export type ReportFault = 'PERIOD_NOT_OPEN' | 'AS_OF_DAY' | 'VALUE_WRONG'

/**
 * What is wrong with a value that is to be reported; null: nothing. What is added up is so at the end of its period or later; a state of things was so in its
 * period, or at most a month after; nothing is so in the future, and no paper is of a day to come.
 * @param value null: the text was no amount with as many digits
 */
export function faultOf(
  indicator: Pick<IndicatorRecord, 'kind' | 'cycle' | 'from' | 'negative'>,
  key: PeriodKey,
  { value, asOfDay, document }: { value: Scaled | null; asOfDay: string; document: Pick<SourceDocument, 'day'> },
  today: string,
): ReportFault | null {
  if (opensOn(indicator, key) > today) return 'PERIOD_NOT_OPEN'
  if (asOfDay > today || document.day > today || !asOfFits(indicator, key, asOfDay)) return 'AS_OF_DAY'
  return value === null || (value < 0 && !indicator.negative) ? 'VALUE_WRONG' : null
}

function asOfFits({ kind }: Pick<IndicatorRecord, 'kind'>, key: PeriodKey, day: string): boolean {
  if (key === 'once') return true
  const { from, to } = daysOf(key)
  return kind === 'sum' ? day >= to : day >= from && day <= addDays(to, DAYS_AFTER)
}

/** The as-of day that a form begins with: the last of the period, or today while it lasts. */
export const usualAsOf = (key: PeriodKey, today: string): string => {
  const { to } = daysOf(key)
  return to < today ? to : today
}
