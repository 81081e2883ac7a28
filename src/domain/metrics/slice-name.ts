import type { Category } from '@/contracts/identity'
import type { AgeBand, Slice } from '@/contracts/stats'
import { categoryNames } from './categories'

/** Age bands as they are spoken of. */
export const ageNames: Readonly<Record<AgeBand, string>> = {
  to35: '35 岁及以下',
  from36To45: '36 至 45 岁',
  from46To60: '46 至 60 岁',
  from61: '61 岁及以上',
}

const isAge = (word: string): word is AgeBand => Object.keys(ageNames).includes(word)
const isCategory = (word: string): word is Category => Object.keys(categoryNames).includes(word)

/** A slice in one word, as it stands in a page's address: `all`, `mobile`, `mobile.from61.village`. */
export const sliceName = ({ mobile, probationary, age, category }: Slice): string =>
  [mobile && 'mobile', probationary && 'probationary', age, category].filter(Boolean).join('.') || 'all'

/** The slice of such a word. What it does not know is left out: an address may come from anywhere. */
export function sliceOf(name: string | undefined): Slice {
  const words = (name ?? '').split('.')
  const age = words.find(isAge)
  const category = words.find(isCategory)
  return {
    ...(words.includes('mobile') ? { mobile: true as const } : {}),
    ...(words.includes('probationary') ? { probationary: true as const } : {}),
    ...(age ? { age } : {}),
    ...(category ? { category } : {}),
  }
}

/** Who is meant, in words: 全体党员, 流动党员, 61 岁及以上 · 农村. */
export const sliceWords = ({ mobile, probationary, age, category }: Slice): string =>
  [mobile && '流动党员', probationary && '预备党员', age && ageNames[age], category && categoryNames[category]]
    .filter(Boolean)
    .join('\u00a0· ') || '全体党员'
