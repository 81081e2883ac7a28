import { readLargeText } from '@/services/settings/text-size'
import './missing-page.scss'

const SAYS = '这一页没有打开'
const WHY = '网络不好，或者有了新版本。做过的都在手机里，不会丢。请连上网，再点“重试”。'

/** Whether a piece of the app could not be fetched: the code or the styles of a page. Names and codes are those of webpack and its style loader. */
export function isMissingPiece(reason: unknown): boolean {
  if (typeof reason !== 'object' || reason === null) return false
  const { name, code, message } = reason as { name?: unknown; code?: unknown; message?: unknown }
  return (
    name === 'ChunkLoadError' ||
    code === 'CSS_CHUNK_LOAD_FAILED' ||
    (typeof message === 'string' && /Loading (CSS )?chunk \S+ failed/.test(message))
  )
}

function element(className: string, text: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  made.textContent = text
  return made
}

function button(className: string, text: string, press: () => void): HTMLElement {
  const made = element(`missing-page__button ${className}`, text)
  made.setAttribute('role', 'button')
  made.tabIndex = 0
  made.addEventListener('click', press)
  return made
}

function show(): void {
  if (document.querySelector('.missing-page')) return
  // of nothing but the browser's own elements: what the app's components need may be the very piece that is missing
  const box = element(`page missing-page ${readLargeText() ? 'page--large' : ''}`, '')
  box.setAttribute('role', 'alert')
  box.append(element('t-h2', SAYS), element('t-p missing-page__why', WHY))
  box.append(button('missing-page__button--again', '重试', () => window.location.reload()))
  const home = () => {
    window.location.hash = '#/pages/home/index'
    window.location.reload()
  }
  box.append(button('', '回首页', home))
  document.body.append(box)
}

/**
 * In a browser the code of a page is fetched when it is opened. Where that fails (the network is gone, the version was replaced meanwhile), the router leaves an
 * empty screen: the person is told what to do instead. On WeChat see `go.ts`. For the app's root.
 */
export function watchMissingPages(): void {
  if (process.env.TARO_ENV !== 'h5') return
  window.addEventListener('unhandledrejection', ({ reason }) => {
    if (isMissingPiece(reason)) show()
  })
}
