import { Button as NativeButton, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { onPrivacyNeeded, openPrivacyContract, type PrivacyRequest } from '@/services/platform/privacy'
import { Button } from '../button/button'
import { Sheet } from '../sheet/sheet'
import { createPrivacyQueue } from './privacy-queue.shared'
import './privacy-sheet.scss'

/** WeChat checks that the button with this id was pressed. */
const AGREE = 'privacy-agree'

/** WeChat's question before the first use of what touches personal data (scanning from the album, the phone number), in our words. Every page has one. */
export function PrivacySheet() {
  const [open, setOpen] = useState(false)
  const [queue] = useState(createPrivacyQueue)
  const stop = useRef<() => void>(() => {})
  const listen = () => {
    stop.current()
    stop.current = onPrivacyNeeded((asked) => {
      queue.ask(asked)
      setOpen(true)
    })
  }
  const end = (each: (asked: PrivacyRequest) => void) => {
    setOpen(false)
    queue.answer(each)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what stays the same is used
  useEffect(() => {
    listen()
    return () => {
      stop.current()
      queue.answer((asked) => asked.disagree())
    }
  }, [])
  // only the page in view asks
  useDidShow(listen)
  useDidHide(() => stop.current())

  if (!open) return null
  return (
    <Sheet title="先看一眼隐私说明" onClose={() => end((asked) => asked.disagree())}>
      <View className="t-p">
        接下来要用到微信的一项功能，它会接触您的个人信息。同意后才会继续；不同意，其他功能照常能用。
      </View>
      <View className="privacy__buttons l-stack">
        <Button kind="plain" onClick={() => void openPrivacyContract()}>
          看完整的隐私保护指引
        </Button>
        <NativeButton
          id={AGREE}
          className="button button--primary privacy__agree"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => end((asked) => asked.agree(AGREE))}
        >
          同意并继续
        </NativeButton>
        <Button kind="quiet" onClick={() => end((asked) => asked.disagree())}>
          先不用
        </Button>
      </View>
    </Sheet>
  )
}
