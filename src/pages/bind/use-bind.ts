import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goHome } from '@/components/page/go'
import { nextAddress } from '@/components/page/not-bound.shared'
import { quietly } from '@/components/page/quietly'
import type { Me } from '@/contracts/identity'
import { identity } from '@/services/identity'
import { welcome } from '@/services/owner'
import type { PhoneOutcome } from '@/services/platform/phone-number.shared'
import { CallError } from '@/services/transport/call-error'
import { nextStepFor } from './bind.shared'

/** What is said about what went wrong. */
export interface BindFault {
  readonly message: string
  readonly step: ReturnType<typeof nextStepFor>
}

const noPhone: Readonly<Record<'denied' | 'unavailable', BindFault>> = {
  denied: { message: '没有拿到手机号。可以再点一次并选“允许”，也可以用邀请码绑定。', step: 'invitation' },
  unavailable: { message: '现在验证不了手机号。请用邀请码绑定，支部书记可以发给您。', step: 'invitation' },
}

/** Binding, and going on to where the person was going. */
export function useBind() {
  const { next } = useRouter<{ next?: string }>().params
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState<'phone' | 'code' | null>(null)
  const [fault, setFault] = useState<BindFault | null>(null)

  const bind = async (by: 'phone' | 'code', work: () => Promise<Me>) => {
    if (busy !== null) return
    setBusy(by)
    setFault(null)
    try {
      const { person } = await work()
      // what waits is sent while the next page opens
      void welcome(person.id)
      const address = nextAddress(next)
      if (address) quietly(Taro.reLaunch({ url: address }))
      else goHome()
    } catch (thrown) {
      const { code, message } = CallError.from(thrown)
      setFault({ message, step: nextStepFor(code) })
      setBusy(null)
    }
  }

  return {
    agreed,
    setAgreed(now: boolean) {
      setAgreed(now)
      setFault(null)
    },
    busy,
    fault,
    /** What was pressed too early. */
    needConsent: () => setFault({ message: '请先看一眼上面的说明，勾选“我已看过并同意”。', step: 'consent' }),
    byPhone(outcome: PhoneOutcome) {
      if ('failed' in outcome) setFault(noPhone[outcome.failed])
      else void bind('phone', () => identity.bindByPhone(outcome.code))
    },
    byCode: (code: string) => void bind('code', () => identity.bindByInvitation(code)),
  }
}
