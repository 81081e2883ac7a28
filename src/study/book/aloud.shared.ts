import { optionLetter, sourceWords } from '@/components/words/kind.shared'
import type { HandbookItem } from '@/contracts/handbook'

/** What is asked, as it is read aloud: the stem and its options. */
export function questionAloud({ stem, options, kind }: Pick<HandbookItem, 'stem' | 'options' | 'kind'>): string {
  const asked = stem.replace(/_{2,}/g, '什么')
  if (kind === 'judge') return `判断对错。${asked}`
  return [asked, ...options.map((text, index) => `${optionLetter(index)}，${text}。`)].join('\n')
}

/** The answer in words: '甲、乙', or what fills the gap. */
export const answerWords = ({ key, options, accepted }: Pick<HandbookItem, 'key' | 'options' | 'accepted'>): string =>
  accepted[0] ?? key.map((index) => options[index] ?? '').join('、')

/** The answer and why, as it is read aloud. */
export const answerAloud = (
  item: Pick<HandbookItem, 'key' | 'options' | 'accepted' | 'explanation' | 'source'>,
): string => `答案是：${answerWords(item)}。\n${item.explanation}\n依据：${sourceWords(item.source)}`
