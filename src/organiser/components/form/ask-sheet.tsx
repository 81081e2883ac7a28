import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Sheet } from '@/components/sheet/sheet'

interface AskSheetProps {
  title: string
  /** What the two buttons say: what is done, and what leaving it is called. */
  yes: string
  no: string
  busy?: boolean
  /** Something is lacking: it cannot be pressed yet. */
  off?: boolean
  /** Why it did not work, in a sentence. */
  problem?: string | null
  onYes: () => void
  onClose: () => void
}

/** Asked before something that cannot be undone, or not for long. */
export const AskSheet = ({
  title,
  yes,
  no,
  busy = false,
  off = false,
  problem = null,
  onYes,
  onClose,
  children,
}: PropsWithChildren<AskSheetProps>) => (
  <Sheet
    title={title}
    onClose={onClose}
    foot={
      <View className="l-cols">
        <Button kind="plain" onClick={onClose}>
          {no}
        </Button>
        <Button busy={busy} disabled={off} onClick={onYes}>
          {yes}
        </Button>
      </View>
    }
  >
    <View className="l-stack">
      <Fault words={problem} />
      {children}
    </View>
  </Sheet>
)
