import { useEffect, useRef, useState } from 'react'
import type { ParticipationKind } from '@/contracts/common'
import type { ThemeDayForm } from '@/contracts/themeday'
import { formatNumber } from '@/domain/metrics'
import { sliceOf } from '@/domain/metrics/slice-name'
import type { Period } from '@/domain/time/day'
import { newKey } from '@/services/new-key'
import { reminders } from '@/services/remind'
import type { SliceName } from '@/services/stats'
import { useReminding } from '../../components/remind-sheet/use-reminding'
import { type MissingPage, remindLines } from './missing.shared'

interface RemindOptions {
  page: MissingPage | null
  orgId: string
  kind: ParticipationKind
  period: Period
  today: string
  slice: SliceName
  /** Of one form there is nothing to remind of: who does not swear the oath with others may have taken part in everything else. */
  form: ThemeDayForm | null
}

/** More than so many are not chosen one by one: then all are reminded. */
const MOST_CHOSEN = 200

/** Whom to remind of those who are missing, and reminding them. The same choice sent again is the same order. */
export function useRemind({ page, orgId, kind, period, today, slice, form }: RemindOptions) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set())
  const key = useRef(newKey())
  const personIds = chosen.size === 0 ? null : [...chosen]
  const reminding = useReminding(() =>
    reminders.missing({ key: key.current, orgId, kind, ...period, slice: sliceOf(slice), personIds }),
  )
  const { again } = reminding
  const begin = useRef(() => {})
  begin.current = () => {
    key.current = newKey()
    again()
  }
  // another slice is another list
  // biome-ignore lint/correctness/useExhaustiveDependencies: slice is what it depends on
  useEffect(() => setChosen(new Set()), [slice])

  const toggle = (personId: string): void => {
    const next = new Set(chosen)
    if (!next.delete(personId) && next.size < MOST_CHOSEN) next.add(personId)
    setChosen(next)
    begin.current()
  }
  const over = period.to < today || form !== null
  const count = chosen.size || (page?.missing ?? 0)
  return {
    chosen,
    toggle,
    reminding,
    /** Nobody can be reminded: the time is over, or it is about one form only. */
    over,
    offered: page?.canRemind && !over && page.missing > 0 && reminding.told === null,
    question: `提醒 ${formatNumber(count)} 人？`,
    lines: remindLines(kind),
  }
}
