import type { HandbookItem } from '@/contracts/handbook'
import { excerptOf, foldText } from '@/domain/handbook'

/** How much of a text is shown around what was found in it. */
const WIDTH = 44

/** Where besides the stem and the source, which are always shown, a result has what was searched for; null: nowhere. */
export function whereFound(item: HandbookItem, terms: readonly string[]): { name: string; text: string } | null {
  const has = (text: string) => {
    const folded = foldText(text)
    return terms.some((term) => folded.includes(term))
  }
  const option = [...item.options, ...item.accepted].find(has)
  if (option !== undefined)
    return { name: item.kind === 'fill' ? '答案' : '选项', text: excerptOf(option, terms, WIDTH) }
  return has(item.explanation) ? { name: '解析', text: excerptOf(item.explanation, terms, WIDTH) } : null
}
