import { View } from '@tarojs/components'
import { untilWords, whenWords } from '@/components/words/when.shared'
import { AskSheet } from '../../components/form/ask-sheet'
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
  const opens = settings.opensAt <= now ? '发布后马上开始' : `${whenWords(settings.opensAt, now)} 开始`
  return (
    <AskSheet title="现在发布？" yes="发布" no="再看看" {...{ busy, problem, onClose }} onYes={onPublish}>
      <View className="t-h3">{settings.title}</View>
      <View className="t-p">
        发给{orgName}的全体党员，{opens}，{untilWords(settings.closesAt, now)} 截止。
      </View>
      <View className="t-p">
        {pointsWords(settings, pool)}；答案{releaseNames[settings.release]}。
      </View>
      <View className="t-s">还没有人开始答题时，可以整套收回再改；有人开始以后，只能延长或提前截止。</View>
    </AskSheet>
  )
}
