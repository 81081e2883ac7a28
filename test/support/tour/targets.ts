import type { Phone } from '../phone'

/** Something to press that is smaller than a finger, with its words and its size in px. */
export interface SmallTarget {
  readonly words: string
  readonly width: number
  readonly height: number
}

/** Everything visible that can be pressed or written in and is less than `least` px wide or high. */
export const smallTargets = (phone: Phone, least = 44): Promise<SmallTarget[]> =>
  phone.page.evaluate((limit) => {
    const pressable =
      '[role="button"],[role="checkbox"],[role="radio"],[role="tab"],[role="link"],input,textarea,button,a[href]'
    const small: { words: string; width: number; height: number }[] = []
    for (const element of document.querySelectorAll<HTMLElement>(pressable)) {
      const { width, height } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      const hidden =
        width === 0 || height === 0 || style.visibility === 'hidden' || element.closest('.taro_page_stationed')
      // what one writes into is as large as the field around it
      const field = element.matches('input,textarea')
        ? element.closest<HTMLElement>('.field, .code-input, taro-input-core')
        : null
      const box = field ? field.getBoundingClientRect() : { width, height }
      // half a pixel is rounding
      if (hidden || (box.width >= limit - 0.5 && box.height >= limit - 0.5)) continue
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
      small.push({ words, width: Math.round(box.width), height: Math.round(box.height) })
    }
    return small
  }, least)
