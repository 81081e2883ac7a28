import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { onUpdateReady } from './update'
import { mayAskOn } from './update.shared'

/** How often it is looked whether somebody may be asked, in ms. */
const LOOK_MS = 15_000

const pathInView = (): string => {
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1]
  return page?.route ?? ''
}

/** Asks once whether to start anew with a newer version, and never in the middle of something. Who says no gets it at the next start anyway. */
export function useUpdate(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    onUpdateReady((apply) => {
      const ask = () => {
        if (!mayAskOn(pathInView())) {
          timer = setTimeout(ask, LOOK_MS)
          return
        }
        const words = {
          title: '有新版本',
          content: '更新只要几秒，做过的都在，不会丢。',
          confirmText: '现在更新',
          cancelText: '下次再说',
        }
        void Taro.showModal(words).then(({ confirm }) => confirm && apply())
      }
      ask()
    })
    return () => {
      if (timer !== null) clearTimeout(timer)
    }
  }, [])
}
