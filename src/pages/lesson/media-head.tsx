import { View } from '@tarojs/components'
import { lengthWords, sizeWords } from './lesson.shared'

interface MediaHeadProps {
  /** 录音 or 视频. */
  what: string
  block: { readonly title: string; readonly seconds: number; readonly bytes: number }
  /** It plays: how much it loads is known by then. */
  open: boolean
}

/** What a recording or film is about, how long it is, and how much it loads before anything is loaded. */
export function MediaHead({ what, block, open }: MediaHeadProps) {
  return (
    <View>
      <View className="t-h2">{block.title}</View>
      <View className="t-s">
        {what} {lengthWords(block.seconds)}
        {open ? '' : `，播放用流量${sizeWords(block.bytes)}`}
      </View>
    </View>
  )
}
