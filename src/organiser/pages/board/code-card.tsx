import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Phrases } from '@/components/phrases/phrases'
import { Qr } from '../../components/qr/qr'
import { whenText } from '../../when.shared'
import { type Board, codeUsable, secondsLeft, spacedCode, timeLeft } from './board.shared'

interface CodeCardProps {
  board: Board
  now: number
  /** The network is away. */
  away: boolean
  onFull: () => void
}

/** What is scanned, how long it lasts, and the digits for those whose camera does not work. */
export function CodeCard({ board, now, away, onFull }: CodeCardProps) {
  const { token, code, rotatesAt } = board
  const seconds = secondsLeft(rotatesAt, now)
  const usable = codeUsable(board, now)
  return (
    <Card className="b-code">
      <View className="t-h2" {...aria({ role: 'heading' })}>
        <Phrases title={board.title} />
      </View>
      <View className="t-s">{`${board.orgName}\u00a0· ${whenText(board.startsAt, now)}`}</View>
      {token && code && (
        <>
          <View className="b-code__qr" onClick={onFull} {...aria({ role: 'button', label: '全屏显示签到码' })}>
            <Qr text={token} label="签到二维码" faded={!usable} />
            {!usable && <View className="b-code__over t-h3">码已过期，连上网就换新</View>}
          </View>
          <View className="b-code__time">
            <View className="b-code__bar">
              <Bar parts={[{ fraction: timeLeft(seconds ?? 0) }]} />
            </View>
            <Text className="t-s b-code__seconds">{away || seconds === 0 ? '等待换码' : `${seconds} 秒后换码`}</Text>
          </View>
          {usable && (
            <View className="b-code__short" {...aria({ role: 'img', label: `签到数字码 ${spacedCode(code)}` })}>
              <Text className="t-s">相机不好用？报数字码</Text>
              <Text className="b-code__digits">{spacedCode(code)}</Text>
            </View>
          )}
          <View className="b-code__full">
            <Button kind="plain" size="small" onClick={onFull}>
              全屏显示
            </Button>
          </View>
        </>
      )}
    </Card>
  )
}
