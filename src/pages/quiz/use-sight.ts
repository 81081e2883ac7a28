import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/**
 * Tells when the page goes out of sight (another page, another app, the screen goes dark) and when it is seen again. Taro tells of pages only in
 * a browser, so there the document is asked as well.
 */
export function useSight(onHide: () => void, onShow: () => void): void {
  const latest = useRef({ onHide, onShow })
  latest.current = { onHide, onShow }
  const first = useRef(true)
  useDidHide(() => latest.current.onHide())
  useDidShow(() => {
    if (!first.current) latest.current.onShow()
    first.current = false
  })
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return
    const onChange = () => (document.hidden ? latest.current.onHide() : latest.current.onShow())
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }, [])
}
