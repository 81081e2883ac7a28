import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goBack } from '@/components/page/go'
import { useRead } from '@/components/page/use-read'
import type { Indicator } from '@/contracts/register'
import { dayOf } from '@/domain/time/day'
import { register } from '@/services/register'
import { CallError } from '@/services/transport/call-error'
import { useKeptForm } from '../../use-kept-form'
import { type Form, firstForm } from './define.shared'

/** The indicators of an organisation; with a `code` in the address one of them to change, `new`: one to add. */
export function useDefine() {
  const { orgId = '', code } = useRouter<{ orgId?: string; code?: string }>().params
  const read = useRead({ name: `indicators:${orgId}`, load: () => register.indicators(orgId) })
  const today = dayOf(Date.now())
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const found = read.data?.indicators.find((one) => one.code === code) ?? null
  const kept = useKeptForm<Form>(`define:${orgId}.${code ?? ''}`, () => firstForm(found, today))
  const [resumed] = useState(kept.begun)
  const form = code === undefined || (code !== 'new' && !found) ? null : kept.form

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
    /** Words of an earlier visit stand in the form. */
    resumed: resumed && kept.begun && form !== null,
    drop: kept.drop,
    change: (change: Partial<Form>) => form && kept.write({ ...form, ...change }),
    save: (wanted: Form) => {
      const words = { name: wanted.name.trim(), unit: wanted.unit.trim(), definition: wanted.definition.trim() }
      return act(async () => {
        await register.define({ ...wanted, ...words, orgId, was: found?.revision ?? 0 })
        kept.drop()
      })
    },
    /** @param until the last day; null: it goes on */
    retire: (one: Indicator, until: string | null) =>
      act(() => register.retire({ orgId, code: one.code, until, was: one.revision })),
  }
}
