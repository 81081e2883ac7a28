import Taro, { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { quietly } from './quietly'

/** Shows a page's title: in WeChat's bar, or as the browser's title. */
export function useTitle(title: string): void {
  const show = () => {
    if (process.env.TARO_ENV === 'h5') document.title = title
    else quietly(Taro.setNavigationBarTitle({ title }))
  }
  useEffect(show, [title])
  useDidShow(show)
}
