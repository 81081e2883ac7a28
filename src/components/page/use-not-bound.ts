import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import { nobodyBound } from '@/services/owner'
import { notBound } from '@/services/transport/call'
import { type Target, urlOf } from './go'
import { addressOf, leadsToBinding } from './not-bound.shared'

function here(): string | null {
  if (process.env.TARO_ENV === 'h5') return window.location.hash.slice(1) || null
  const pages = Taro.getCurrentPages()
  const page = pages[pages.length - 1]
  return page?.route ? addressOf(page.route, page.options ?? {}) : null
}

/**
 * The one rule for who is not bound: whatever call is answered so, the page for binding comes up, says what became of the binding that there was, and leads back
 * to where the person was going. For the app's root.
 */
export function useNotBound(): void {
  useEffect(() => {
    // several calls of a page may be answered so at once
    let going = false
    const lead = async () => {
      if (going) return
      const next = here()
      // it wipes the phone and is told once: whoever hears that a withdrawal was carried out has to say so, wherever the person is
      const was = nobodyBound(Date.now())
      if (was !== 'left' && (next === null || !leadsToBinding(next))) return
      going = true
      const bind: Target = was === 'left' || next === null ? { page: 'bind', left: '1' } : { page: 'bind', next }
      const url = urlOf(was === 'ended' ? { ...bind, ended: '1' } : bind)
      await Taro.reLaunch({ url }).catch(() => {})
      going = false
    }
    return notBound.subscribe(() => void lead())
  }, [])
}
