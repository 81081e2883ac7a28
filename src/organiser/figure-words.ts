import type { Figure } from '@/contracts/stats'
import { formatFigure, isMetric, metric } from '@/domain/metrics'

/** What the pages say about a figure. Names, units and definitions come from the registry only. */
export interface FigureWords {
  readonly name: string
  readonly unit: string
  readonly definition: string
  /** The value as it is shown; a sentence of two or three words where there is no value. */
  readonly text: string
}

const stateWords: Record<Exclude<Figure['state'], 'ok'>, string> = {
  noSource: '暂无数据来源',
  notDue: '本期无应到',
  incomplete: '尚未报齐',
  suppressed: '不足五个不单列',
}

/** The words of a figure; a code that this version does not know shows itself. */
export function figureWords(figure: Figure): FigureWords {
  const entry = isMetric(figure.code) ? metric(figure.code) : null
  const value = entry ? formatFigure(figure, entry) : String(figure.value)
  return {
    name: entry?.name ?? figure.code,
    unit: entry?.unit ?? '',
    definition: entry?.definition ?? '这个版本的小程序还不认识这个指标，请更新后再看。',
    text: figure.state === 'ok' ? value : stateWords[figure.state],
  }
}

/**
 * A rate in a column of rates: all with one decimal, so that their points stand under each other: 50% → 50.0%. Nobody and everybody stay 0% and 100%. What is no
 * such rate stays as it is.
 */
export const inColumn = (text: string): string => (/^[1-9]\d?%$/.test(text) ? text.replace('%', '.0%') : text)

/** The last words of a rate's name, for under a number: 知识答题参学率 → 参学率. Other names stay whole. */
export const shortRate = (name: string): string => /..率$/.exec(name)?.[0] ?? name

/** Why a figure has no value, and what that does not mean; null for a figure that has one. */
export function whyNoValue(state: Figure['state']): string | null {
  if (state === 'noSource') return '系统里还没有记录这项数据的地方。没有数据不等于零，报告里也不会写成零。'
  if (state === 'notDue') return '这段时间没有应到的人或应办的事，没有可以相除的数，所以不算比率。'
  if (state === 'incomplete') return '还有单位没有报，合计出来会偏小，所以先不给数。'
  if (state === 'suppressed') return '这一类不足五个组织，单列出来等于点名，所以不单列；总数里仍然算上它们。'
  return null
}
