import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { forgetAnswers } from '@/services/owner'
import { notBound } from '@/services/transport/call'
import { urlOf } from './go'
import { addressOf, leadsToBinding } from './not-bound.shared'

function here(): string | null {
  if (process.env.TARO_ENV === 'h5') return window.location.hash.slice(1) || null
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1]
  return page?.route ? addressOf(page.route, page.options ?? {}) : null
}

/**
 * The one rule for who is not bound: whatever call is answered so, the page for binding comes up, and leads back to where the person was going. For the
 * app's root.
 */
export function useNotBound(): void {
  useEffect(() => {
    // several calls of a page may be answered so at once
    let going = false
    const lead = async () => {
      const next = here()
      if (going || next === null || !leadsToBinding(next)) return
      going = true
      forgetAnswers()
      await Taro.reLaunch({ url: `${urlOf({ page: 'bind' })}?next=${encodeURIComponent(next)}` }).catch(() => {})
      going = false
    }
    return notBound.subscribe(() => void lead())
  }, [])
}
