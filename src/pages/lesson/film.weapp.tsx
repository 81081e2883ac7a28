import { Video } from '@tarojs/components'
import type { FilmProps } from './film'

/** WeChat's player. */
export function Film({ url, title, from, onSecond, onFailed }: FilmProps) {
  return (
    <Video
      className="film__player"
      src={url}
      title={title}
      initialTime={from}
      autoplay
      controls
      showCenterPlayBtn
      enableProgressGesture={false}
      objectFit="contain"
      onTimeUpdate={(event) => onSecond(event.detail.currentTime)}
      onError={onFailed}
    />
  )
}
