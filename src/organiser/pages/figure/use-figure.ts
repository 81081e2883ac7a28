import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { dayOf } from '@/domain/time/day'
import { stats } from '@/services/stats'
import { periodFromParams } from '../../components/period/period.shared'
import type { Explained } from './figure.shared'

/** A figure with what it is made of. Nothing is kept on the phone: it is a look behind a number, not a number. */
export function useFigure() {
  const { params } = useRouter<{ orgId?: string; code?: string; from?: string; to?: string; slice?: string }>()
  const [today] = useState(() => dayOf(Date.now()))
  const [period] = useState(() => periodFromParams(params, today))
  const { orgId = '', code = '', slice = 'all' } = params
  const read = useRead<Explained>({
    name: null,
    load: () => stats.explain({ orgId, code, slice, ...period }),
    onShow: false,
  })
  return { read, explained: read.data, period, today, slice, orgId, code }
}
