import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/**
 * Tells when the page goes out of sight (another page, another app, the screen goes dark) and when it is seen again. Taro tells of pages only in
 * a browser, so there the document is asked as well.
 */
export function useSight(onHide: () => void, onShow: () => void): void {
  const latest = useRef({ onHide, onShow })
  latest.current = { onHide, onShow }
  // Coming into view is a return only after it was out of sight: the page is told of its first showing before or after this is mounted.
  const away = useRef(false)
  useDidHide(() => {
    away.current = true
    latest.current.onHide()
  })
  useDidShow(() => {
    if (away.current) latest.current.onShow()
    away.current = false
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onChange = () => (document.hidden ? latest.current.onHide() : latest.current.onShow())
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [])
}
