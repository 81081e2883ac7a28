import Taro, { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

/** Whether the person sees this page: false when another page covers it and when the app goes to the background. */
export function useVisible(): boolean {
  const [onTop, setOnTop] = useState(true)
  const [inFront, setInFront] = useState(true)
  useDidShow(() => setOnTop(true))
  useDidHide(() => setOnTop(false))
  useEffect(() => {
    const show = () => setInFront(true)
    const hide = () => setInFront(false)
    Taro.onAppShow(show)
    Taro.onAppHide(hide)
    return () => {
      Taro.offAppShow(show)
      Taro.offAppHide(hide)
    }
  }, [])
  return onTop && inFront
}
