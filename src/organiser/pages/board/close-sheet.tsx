import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { attendanceOf, type Board } from './board.shared'

interface CloseSheetProps {
  board: Board
  busy: boolean
  onEnd: () => void
  onClose: () => void
}

/** Asks before the check-in is ended: it cannot be opened again. */
export function CloseSheet({ board, busy, onEnd, onClose }: CloseSheetProps) {
  const { arrived, absent } = attendanceOf(board)
  const foot = (
    <View className="l-cols">
      <Button kind="plain" onClick={onClose}>
        再等等
      </Button>
      <Button busy={busy} onClick={onEnd}>
        结束签到
      </Button>
    </View>
  )
  return (
    <Sheet title="结束签到？" onClose={onClose} foot={foot}>
      <View className="t-p">
        已到 {arrived} 人{absent > 0 ? `，还有 ${absent} 人没到` : '，都到了'}。结束以后不能再扫码签到，也不能重新打开。
      </View>
    </Sheet>
  )
}
