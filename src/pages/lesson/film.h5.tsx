import { useEffect, useRef } from 'react'
import type { FilmProps } from './film'

/** The browser's own player: the mini-program's video component for browsers brings a streaming library that nothing here needs. */
export function Film({ url, title, from, onSecond, onFailed }: FilmProps) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const film = element.current
    // it may be left while it still loads
    return () => film?.pause()
  }, [])
  return (
    // biome-ignore lint/a11y/useMediaCaption: the captions stand below as text, in the size that the person chose
    <video
      ref={element}
      className="film__player"
      src={url}
      aria-label={title}
      controls
      autoPlay
      playsInline
      preload="metadata"
      onLoadedMetadata={(event) => {
        if (from > 0) event.currentTarget.currentTime = from
      }}
      onTimeUpdate={(event) => onSecond(event.currentTarget.currentTime)}
      onError={onFailed}
    />
  )
}
