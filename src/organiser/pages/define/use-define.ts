import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goBack } from '@/components/page/go'
import { useRead } from '@/components/page/use-read'
import type { Indicator } from '@/contracts/register'
import { dayOf } from '@/domain/time/day'
import { register } from '@/services/register'
import { CallError } from '@/services/transport/call-error'
import { type Form, firstForm } from './define.shared'

/** The indicators of an organisation; with a `code` in the address one of them to change, `new`: one to add. */
export function useDefine() {
  const { orgId = '', code } = useRouter<{ orgId?: string; code?: string }>().params
  const read = useRead({ name: `indicators:${orgId}`, load: () => register.indicators(orgId) })
  const today = dayOf(Date.now())
  const [typed, setTyped] = useState<Form | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const found = read.data?.indicators.find((one) => one.code === code) ?? null
  const form = code === undefined || (code !== 'new' && !found) ? null : (typed ?? firstForm(found, today))

  const act = async (work: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await work()
      goBack()
    } catch (thrown) {
      const { code: why, message } = CallError.from(thrown)
      if (why === 'CHANGED_MEANWHILE') void read.reload()
      setFault(message)
    } finally {
      setBusy(false)
    }
  }

  return {
    ...{ orgId, code, read, today, found, form, busy, fault },
    change: (change: Partial<Form>) => form && setTyped({ ...form, ...change }),
    save: (wanted: Form) => {
      const words = { name: wanted.name.trim(), unit: wanted.unit.trim(), definition: wanted.definition.trim() }
      return act(() => register.define({ ...wanted, ...words, orgId, was: found?.revision ?? 0 }))
    },
    /** @param until the last day; null: it goes on */
    retire: (one: Indicator, until: string | null) =>
      act(() => register.retire({ orgId, code: one.code, until, was: one.revision })),
  }
}
