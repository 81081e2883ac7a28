import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { REOPEN_MS } from '@/domain/themeday'
import { themeday } from '@/services/themeday'
import { attendanceOf, type Board, listedNames } from './board.shared'

interface CloseSheetProps {
  board: Board
  busy: boolean
  onEnd: () => void
  onClose: () => void
}

/** Asks before the check-in is ended, and says who has not come: it can be undone for a few minutes only. */
export function CloseSheet({ board, busy, onEnd, onClose }: CloseSheetProps) {
  const { arrived, absent, leave } = attendanceOf(board)
  const names = useAbsent(board.themeDayId, absent > 0)
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
  const others = [leave > 0 && `请假 ${leave} 人`, absent > 0 && `还有 ${absent} 人没到`].filter(Boolean).join('，')
  return (
    <Sheet title="结束签到？" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <View className="t-p">{`已到 ${arrived} 人，${others || '都到了'}。`}</View>
        {names && names.length > 0 && <View className="t-p">{`没到的：${listedNames(names)}`}</View>}
        <View className="t-s">
          {`结束以后不能再扫码；点错了，${REOPEN_MS / 60_000} 分钟内可以撤销。结束前扫过的码仍然算数，到场没签上的人七天内可以补录。`}
        </View>
      </View>
    </Sheet>
  )
}

/** The names of those who have not come; null as long as they are not known: the question can be answered without. */
function useAbsent(themeDayId: string, wanted: boolean): string[] | null {
  const [names, setNames] = useState<string[] | null>(null)
  useEffect(() => {
    let over = false
    if (wanted) {
      themeday.attendance(themeDayId).then(
        ({ rows }) => {
          const absent = rows.filter(({ state }) => state === 'absent' || state === 'lateScan')
          if (!over) setNames(absent.map(({ name }) => name))
        },
        () => {},
      )
    }
    return () => {
      over = true
    }
  }, [themeDayId, wanted])
  return names
}
