import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Qr } from '../../components/qr/qr'
import { attendanceOf, type Board, codeUsable, secondsLeft, spacedCode } from './board.shared'

interface FullCodeProps {
  board: Board
  now: number
  away: boolean
  onClose: () => void
}

/** The code as large as the screen, held up to a room: with its digits, how many have come, and nothing else. */
export function FullCode({ board, now, away, onClose }: FullCodeProps) {
  const { token, code, rotatesAt } = board
  const { arrived, expected } = attendanceOf(board)
  const seconds = secondsLeft(rotatesAt, now)
  const usable = codeUsable(board, now)
  const waits = away || seconds === 0
  return (
    <View className="b-full" {...aria({ role: 'dialog' })}>
      <View className="t-h2">{`已到 ${arrived} / ${expected}`}</View>
      {token && (
        <View className="b-full__qr">
          <Qr text={token} label="签到二维码" faded={!usable} />
        </View>
      )}
      <View className="t-s">
        {usable ? (waits ? '等待换码，可以照常扫' : `${seconds} 秒后换码`) : '码已过期，连上网就换新'}
      </View>
      {usable && code && <Text className="b-full__digits">{spacedCode(code)}</Text>}
      <Button kind="quiet" onClick={onClose}>
        退出全屏
      </Button>
    </View>
  )
}
