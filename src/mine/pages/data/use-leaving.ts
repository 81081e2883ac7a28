import Taro from '@tarojs/taro'
import { useState } from 'react'
import { urlOf } from '@/components/page/go'
import { quietly } from '@/components/page/quietly'
import { identity } from '@/services/identity'
import { outbox } from '@/services/outbox/outbox'
import { beginLeaving } from '@/services/owner'
import { CallError } from '@/services/transport/call-error'

const NO_ANSWER = '没有收到系统的回音，可能还没有撤回。请联网后再点一次，多点不会出错。'

/**
 * Withdrawing the consent: first what waits is sent, as far as it can be; then the server ends the binding; only then is the phone wiped. That it was asked for
 * is written down before: when the answer is lost, or the app killed, the next call that nobody is bound for wipes the phone (`nobodyBound`). When
 * the server refuses, everything is as before.
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
      beginLeaving(Date.now())
      await identity.unbind(deleteWritings)
    } catch (thrown) {
      const { code, message } = CallError.from(thrown)
      setFault(code === 'OFFLINE' ? NO_ANSWER : message)
      setLeaving(false)
      void outbox.adopt()
      return
    }
    outbox.forget()
    quietly(Taro.reLaunch({ url: urlOf({ page: 'bind', left: '1' }) }))
  }
  return { leaving, fault, leave }
}
