import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { untilWords, whenWords } from '@/components/words/when.shared'
import { type Content, pointsWords, releaseNames } from './make.shared'

interface PublishSheetProps {
  orgName: string
  content: Content
  pool: number
  now: number
  busy: boolean
  problem: string | null
  onPublish: () => void
  onClose: () => void
}

/** The question before publishing: what goes to whom and when, and how long it can be taken back. */
export function PublishSheet({ orgName, content, pool, now, busy, problem, onPublish, onClose }: PublishSheetProps) {
  const { settings } = content
  const foot = (
    <View className="l-cols">
      <Button kind="plain" onClick={onClose}>
        再看看
      </Button>
      <Button busy={busy} onClick={onPublish}>
        发布
      </Button>
    </View>
  )
  const opens = settings.opensAt <= now ? '发布后马上开始' : `${whenWords(settings.opensAt, now)} 开始`
  return (
    <Sheet title="现在发布？" onClose={onClose} foot={foot}>
      <View className="l-stack">
        {problem && (
          <Notice tone="red" icon="alert">
            {problem}
          </Notice>
        )}
        <View className="t-h3">{settings.title}</View>
        <View className="t-p">
          发给{orgName}的全体党员，{opens}，{untilWords(settings.closesAt, now)} 截止。
        </View>
        <View className="t-p">
          {pointsWords(settings, pool)}；答案{releaseNames[settings.release]}。
        </View>
        <View className="t-s">还没有人开始答题时，可以整套收回再改；有人开始以后，只能延长或提前截止。</View>
      </View>
    </Sheet>
  )
}
