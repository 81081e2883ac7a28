import type { Result, ResultItem, Verdict } from '@/contracts/quiz'

type Tone = 'ok' | 'gold' | 'red' | 'grey'

export const verdictWords: Readonly<Record<Verdict, { name: string; tone: Tone }>> = {
  right: { name: '对', tone: 'ok' },
  partial: { name: '部分对', tone: 'gold' },
  wrong: { name: '错', tone: 'red' },
  blank: { name: '没有答', tone: 'grey' },
}

/** '对 18 题，部分对 1 题，错 1 题': only what there is. */
export function countsWords({ right, partial, wrong, blank }: Result['counts']): string {
  const parts = [
    { name: '对', count: right },
    { name: '部分对', count: partial },
    { name: '错', count: wrong },
    { name: '没有答', count: blank },
  ]
  return parts
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count} 题`)
    .join('，')
}

export interface Line {
  option: number
  text: string
  state: 'good' | 'bad'
  note: string
}

/** The options that matter afterwards: those of the key, and those that were chosen. */
export function linesOf(item: ResultItem): Line[] {
  return item.options.flatMap((text, option): Line[] => {
    const key = item.key.includes(option)
    const chosen = item.chosen.includes(option)
    if (key && chosen) return [{ option, text, state: 'good', note: '您选对了' }]
    if (key) return [{ option, text, state: 'good', note: item.verdict === 'partial' ? '漏选了这一项' : '正确答案' }]
    return chosen ? [{ option, text, state: 'bad', note: '您选的，不对' }] : []
  })
}

export interface Numbered {
  number: number
  item: ResultItem
}

/** The questions with their numbers on the paper; `onlyMissed` leaves out the right ones. */
export const questionsOf = (result: Result, onlyMissed: boolean): Numbered[] =>
  result.items
    .map((item, index) => ({ number: index + 1, item }))
    .filter(({ item }) => !onlyMissed || item.verdict !== 'right')
