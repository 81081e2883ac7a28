import { type Change, formatNumber } from '@/domain/metrics'

/** Size class of a number by its length, so that three stand side by side: up to 5 characters large, up to 7 medium, else small. */
export function numberSize(text: string): 'l' | 'm' | 's' {
  return text.length <= 5 ? 'l' : text.length <= 7 ? 'm' : 's'
}

/** `▲ 3.2 百分点`, `▼ 1,347`, `持平`: a sign and a number, so that colour says nothing that is not written. */
export function changeMark({ way, by, points }: Change): string {
  if (way === 'same') return '持平'
  return `${way === 'up' ? '▲' : '▼'} ${points ? `${by} 百分点` : formatNumber(by)}`
}
