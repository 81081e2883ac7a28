import type { HandbookItem } from '@/contracts/handbook'

interface Shown {
  readonly order: readonly number[]
  readonly chosen: readonly number[]
  readonly verdict: { readonly right: boolean } | null
}

/** How an option is shown: before the verdict whether it is chosen, afterwards what of it was right. */
export function shownOption(
  { order, chosen, verdict }: Shown,
  item: Pick<HandbookItem, 'key'>,
  option: number,
): { state: 'plain' | 'on' | 'good' | 'bad'; note?: string } {
  const on = chosen.includes(option)
  if (!verdict) return { state: on ? 'on' : 'plain' }
  const right = item.key.includes(order[option] ?? -1)
  if (right) return { state: 'good', note: on ? '您选对了' : '正确答案' }
  return on ? { state: 'bad', note: '您选的，不对' } : { state: 'plain' }
}
