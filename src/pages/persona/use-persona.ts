import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goHome } from '@/components/page/go'
import { quietly } from '@/components/page/quietly'
import { useRead } from '@/components/page/use-read'
import { outbox } from '@/services/outbox/outbox'
import { preview } from '@/services/preview'
import { readSession, writeSession } from '@/services/session/session'
import { CallError } from '@/services/transport/call-error'

/** Choosing whom to be in the preview. */
export function usePersona() {
  const { next } = useRouter<{ next?: string }>().params
  const read = useRead({ name: null, load: preview.personas, onShow: false })
  const [entering, setEntering] = useState<string | null>(null)
  const [error, setError] = useState<CallError | null>(null)

  const enter = async (personaId: string) => {
    if (entering !== null) return
    setEntering(personaId)
    setError(null)
    try {
      writeSession({ token: await preview.login(personaId), personaId })
      void outbox.flush(true)
      if (next) quietly(Taro.reLaunch({ url: decodeURIComponent(next) }))
      else goHome()
    } catch (thrown) {
      setError(CallError.from(thrown))
      setEntering(null)
    }
  }
  return { read, personas: read.data ?? [], current: readSession()?.personaId ?? null, entering, error, enter }
}
