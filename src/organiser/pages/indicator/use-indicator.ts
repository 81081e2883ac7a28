import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { register } from '@/services/register'

/** One indicator of an organisation, with the period that is in view; kept on the phone. */
export function useIndicator() {
  const {
    orgId = '',
    code = '',
    period: first,
  } = useRouter<{ orgId?: string; code?: string; period?: string }>().params
  const [period, setPeriod] = useState(first)
  const read = useRead({
    name: `indicator:${orgId}:${code}:${period ?? ''}`,
    load: () => register.indicator({ orgId, code, ...(period === undefined ? {} : { period }) }),
  })
  return { orgId, code, read, page: read.data, setPeriod }
}
