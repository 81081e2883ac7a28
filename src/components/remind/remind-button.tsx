import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { MessageTemplate } from '@/contracts/me'
import { me } from '@/services/me'
import { newKey } from '@/services/new-key'
import { askForMessages, canSubscribe } from '@/services/platform/subscribe'
import { Button } from '../button/button'
import { Notice } from '../notice/notice'

interface RemindButtonProps {
  /** What to be reminded of: one message of each kind. */
  templates: readonly MessageTemplate[]
  /** What the button says, such as '活动前提醒我'. */
  children: string
}

type State = 'idle' | 'busy' | 'kept' | 'declined' | 'failed' | 'unkept'

/**
 * 提醒我: lets WeChat ask whether one message may be sent, in the tap itself, and notes a yes. A message reminds once; nobody is asked by themselves.
 * Shows nothing where no message of these kinds can be sent.
 */
export function RemindButton({ templates, children }: RemindButtonProps) {
  const [state, setState] = useState<State>('idle')
  /** What WeChat allowed, until the server has noted it. */
  const allowed = useRef<{ key: string; templates: MessageTemplate[] } | null>(null)
  if (!templates.some(canSubscribe)) return null

  const ask = async () => {
    setState('busy')
    try {
      const yes = allowed.current ? allowed.current.templates : await askForMessages(templates)
      if (yes.length === 0) return setState('declined')
      // a yes is good for one message: it is not asked for again because noting it failed
      allowed.current ??= { key: newKey(), templates: yes }
      await me.keepSubscription(allowed.current)
      setState('kept')
    } catch {
      setState(allowed.current ? 'unkept' : 'failed')
    }
  }
  if (state === 'kept') {
    return (
      <Notice tone="ok" icon="check">
        好，到时候在微信里提醒您一次
      </Notice>
    )
  }
  return (
    <View>
      <Button kind="plain" busy={state === 'busy'} onClick={() => void ask()}>
        {children}
      </Button>
      {state === 'declined' && <View className="t-s">没有打开提醒。想要时再点一次就行。</View>}
      {state === 'unkept' && <View className="t-s">您已经允许，只是网络不好没有记上。请再点一次。</View>}
      {state === 'failed' && (
        <View className="t-s">现在打不开提醒。请检查网络，或在微信的“设置—订阅消息”里允许后再点。</View>
      )}
    </View>
  )
}
