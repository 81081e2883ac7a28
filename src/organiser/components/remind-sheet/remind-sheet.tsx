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
      <View className="l-stack">
        {lines.map((line, i) => (
          <View key={line} className={i === 0 ? 't-p' : 't-s'}>
            {line}
          </View>
        ))}
        {fault && <Notice icon="alert">{fault}</Notice>}
      </View>
    </Sheet>
  )
}
