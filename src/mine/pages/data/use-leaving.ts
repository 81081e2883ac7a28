import Taro from '@tarojs/taro'
import { useState } from 'react'
import { urlOf } from '@/components/page/go'
import { identity } from '@/services/identity'
import { outbox } from '@/services/outbox/outbox'
import { CallError } from '@/services/transport/call-error'

/**
 * Withdrawing the consent: first what waits is sent, as far as it can be; then the server ends the binding; only then is the phone wiped. When the server
 * does not answer, everything is as before.
 */
export function useLeaving() {
  const [leaving, setLeaving] = useState(false)
  const [fault, setFault] = useState<string | null>(null)

  const leave = async (deleteWritings: boolean) => {
    if (leaving) return
    setLeaving(true)
    setFault(null)
    try {
      await outbox.leave()
      await identity.unbind(deleteWritings)
    } catch (thrown) {
      const { code, message } = CallError.from(thrown)
      setFault(code === 'OFFLINE' ? '没有收到系统的回音，可能还没有撤回。请联网后再点一次，多点不会出错。' : message)
      setLeaving(false)
      void outbox.adopt()
      return
    }
    outbox.forget()
    void Taro.reLaunch({ url: urlOf({ page: 'bind', left: '1' }) })
  }
  return { leaving, fault, leave }
}
