import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { formNames, formOf } from '@/domain/themeday/forms'
import { dayOf } from '@/domain/time/day'
import { stats } from '@/services/stats'
import { periodFromParams } from '../../components/period/period.shared'
import { kindView } from '../../kinds'
import { useListed } from '../../use-listed'
import { joinParticipants, type Participants } from './activity.shared'

interface Params {
  orgId?: string
  kind?: string
  from?: string
  to?: string
  slice?: string
  id?: string
  form?: string
}

/** Who took part, page by page. Nothing of it is kept on the phone: names belong to those who may see them now. */
export function useActivity() {
  const { params } = useRouter<Params & Record<string, string>>()
  const [today] = useState(() => dayOf(Date.now()))
  const [period] = useState(() => periodFromParams(params, today))
  const { orgId = '', slice = 'all', id } = params
  const { kind, label } = kindView(params.kind)
  const form = kind === 'themeday' ? formOf(params.form) : null
  const list = useListed<Participants>({
    name: `${orgId}.${kind}.${form ?? ''}.${id ?? ''}`,
    load: (shown) =>
      stats.participants({ orgId, kind, form, slice, ...period, activityId: id ?? null, after: shown?.next ?? null }),
    join: joinParticipants,
  })
  return {
    ...list,
    page: list.read.data,
    period,
    today,
    slice,
    kind,
    form,
    label: form ? formNames[form] : label,
    activityId: id,
  }
}
