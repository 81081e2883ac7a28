import { useRouter } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Read, readFailed, readStarted } from '@/components/page/read.shared'
import { formNames, formOf } from '@/domain/themeday/forms'
import { dayOf } from '@/domain/time/day'
import type { SliceName } from '@/services/stats'
import { stats } from '@/services/stats'
import { CallError } from '@/services/transport/call-error'
import { periodFromParams } from '../../components/period/period.shared'
import { kindView } from '../../kinds'
import { joinPages, type MissingPage } from './missing.shared'
import { useRemind } from './use-remind'

/** Who has not taken part, page by page. Nothing of it is kept on the phone: names belong to those who may see them now. */
export function useMissing() {
  const { params } = useRouter()
  const [today] = useState(() => dayOf(Date.now()))
  const [period] = useState(() => periodFromParams(params, today))
  const [slice, setSlice] = useState<SliceName>(params.slice ?? 'all')
  const [read, setRead] = useState<Read<MissingPage>>(() => readStarted<MissingPage>(null))
  const [moreFault, setMoreFault] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const turn = useRef(0)
  const orgId = params.orgId ?? ''
  const { kind, label } = kindView(params.kind)
  const form = kind === 'themeday' ? formOf(params.form) : null
  const { from, to } = period

  const reload = useCallback(async () => {
    const mine = ++turn.current
    setRead((before) => ({ ...before, loading: true }))
    setMoreFault(null)
    try {
      const data = await stats.missing({ orgId, kind, form, from, to, slice })
      if (mine === turn.current) setRead({ data, at: Date.now(), loading: false, stale: false, error: null })
    } catch (thrown) {
      // what is shown may be of the other slice: it goes
      if (mine === turn.current) setRead(readFailed(readStarted<MissingPage>(null), CallError.from(thrown)))
    }
  }, [orgId, kind, form, from, to, slice])

  useEffect(() => void reload(), [reload])

  const more = async () => {
    const shown = read.data
    if (shown?.next == null || adding) return
    const mine = turn.current
    setAdding(true)
    setMoreFault(null)
    try {
      const further = await stats.missing({ orgId, kind, form, from, to, slice, after: shown.next })
      if (mine === turn.current) setRead((before) => ({ ...before, data: joinPages(shown, further) }))
    } catch (thrown) {
      if (mine === turn.current) setMoreFault(CallError.from(thrown).message)
    } finally {
      setAdding(false)
    }
  }

  const remind = useRemind({ page: read.data, orgId, kind, period, today, slice, form })

  return {
    remind,
    read: { ...read, reload },
    page: read.data,
    kind,
    form,
    kindLabel: form ? `主题党日：${formNames[form]}` : label,
    period,
    today,
    slice,
    setSlice,
    more,
    adding,
    moreFault,
  }
}
