import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import type { Reminding } from './use-reminding'

interface RemindSheetProps {
  title: string
  lines: readonly string[]
  reminding: Reminding
}

/** The question before people are reminded: whom, and what they get. */
export function RemindSheet({ title, lines, reminding }: RemindSheetProps) {
  const { busy, fault, send, close } = reminding
  return (
    <Sheet
      title={title}
      onClose={close}
      foot={
        <View className="l-cols">
          <Button kind="plain" onClick={close}>
            先不提醒
          </Button>
          <Button busy={busy} onClick={send}>
            提醒
          </Button>
        </View>
      }
    >
      {lines.map((line) => (
        <View key={line} className="t-p">
          {line}
        </View>
      ))}
      {fault && <Notice icon="alert">{fault}</Notice>}
    </Sheet>
  )
}
