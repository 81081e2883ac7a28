import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { quietly } from '@/components/page/quietly'

/** Keeps the screen lit while `on`: a code that goes dark cannot be scanned. In a browser the screen is left as it is. */
export function useAwake(on: boolean): void {
  useEffect(() => {
    if (!on || process.env.TARO_ENV !== 'weapp') return
    quietly(Taro.setKeepScreenOn({ keepScreenOn: true }))
    return () => quietly(Taro.setKeepScreenOn({ keepScreenOn: false }))
  }, [on])
}
