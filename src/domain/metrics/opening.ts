import type { ParticipationKind } from '@/contracts/common'
import type { Category } from '@/contracts/identity'
import type { Figure, Slice } from '@/contracts/stats'
import type { ThemeDayForm } from '@/contracts/themeday'
import { formatFigure, formatNumber } from './format'
import type { Metric } from './metric'

/**
 * What a figure counts, of what its records say. people: everyone once · times: every participation · sessions: every activity once · rate: those on the
 * roster who took part · attendance: who came of those expected · coverage: branches that held something.
 */
export type Measure = 'people' | 'times' | 'sessions' | 'rate' | 'attendance' | 'coverage'

/** Where the records of a figure are. */
export interface Opening {
  readonly kind: ParticipationKind
  readonly measure: Measure
  /** The figure is of mobile members, or of one category, whatever the slice. */
  readonly mobile?: true
  readonly category?: Category
  /** Theme days of one form only. */
  readonly form?: ThemeDayForm
}

const forms: Readonly<Record<string, ThemeDayForm>> = {
  oath: 'oath',
  'group-study': 'groupStudy',
  voluntary: 'voluntary',
  visit: 'visit',
  meeting: 'meeting',
}

/** `quiz.mobile.times` → quiz, times, mobile. */
const participation = /^(quiz|lesson|themeday)\.(mobile\.)?(people|times|sessions|count|rate|attendance|coverage)$/
const imbalance = /^imbalance\.(coverage|attendance|quiz|lesson)\.([a-zA-Z]+)$/

/** Where the participations of a figure are, by its code; null for one that does not come from participations. */
export function openingOf(code: string): Opening | null {
  const form = Object.keys(forms).includes(code) ? forms[code] : undefined
  if (form) return { kind: 'themeday', measure: 'sessions', form }
  const [, kind, mobile, what] = participation.exec(code) ?? []
  if (kind && what) {
    const measure = (what === 'count' ? 'sessions' : what) as Measure
    return { kind: kind as ParticipationKind, measure, ...(mobile ? { mobile: true as const } : {}) }
  }
  const [, rate, category] = imbalance.exec(code) ?? []
  if (!rate || !category) return null
  if (rate === 'quiz' || rate === 'lesson') return { kind: rate, measure: 'rate', category: category as Category }
  return { kind: 'themeday', measure: rate as 'coverage' | 'attendance', category: category as Category }
}

/** The slice of the records behind a figure that is shown in a slice: both restrict. */
export const openedSlice = (slice: Slice, { mobile, category }: Opening): Slice => ({
  ...slice,
  ...(mobile ? { mobile } : {}),
  ...(category ? { category } : {}),
})

const ratioWords: Readonly<Partial<Record<Measure, readonly [numerator: string, denominator: string]>>> = {
  rate: ['其中本期参加过的', '期末在册党员'],
  attendance: ['各场实到人次', '各场应到人次'],
  coverage: ['开展过活动的党支部', '期末党支部'],
}

/** What is divided, in words; null for a figure that is no ratio, or of which nobody has said it. */
export function ratioParts(code: string): { readonly numerator: string; readonly denominator: string } | null {
  const measure = openingOf(code)?.measure
  const [numerator, denominator] = (measure && ratioWords[measure]) ?? []
  return numerator && denominator ? { numerator, denominator } : null
}

/** The formula with the very numbers: `2,847 ÷ 3,600 = 79.1%`; null for a figure that is no ratio or has no value. */
export function formulaText(figure: Figure, entry: Pick<Metric, 'kind'>): string | null {
  const { numerator, denominator } = figure
  if (numerator === undefined || denominator === undefined || figure.state === 'suppressed') return null
  const division = `${formatNumber(numerator)} ÷ ${formatNumber(denominator)}`
  return figure.value === null ? division : `${division} = ${formatFigure(figure, entry)}`
}

const numbersOf = (figures: readonly Figure[], pick: (figure: Figure) => number | null | undefined): number[] =>
  figures.flatMap((figure) => pick(figure) ?? [])
const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)

const twice: Readonly<Partial<Record<Measure, string>>> = {
  people: '有人先后在几个下级组织参加过，比如转接了组织关系；在这里每人只算一次。',
  sessions: '有的活动或课几个下级组织都有人参加；在这里只算一次。',
}

/**
 * How the parts make the whole, in a sentence with the very numbers. The parts are the organisations below and, where somebody belongs to none of them, the
 * organisation itself. null: there is nothing below, or a part has no value.
 */
export function foldWords(
  whole: Figure,
  parts: readonly Figure[],
  entry: Pick<Metric, 'kind' | 'unit'>,
): string | null {
  if (parts.length === 0 || whole.state !== 'ok' || whole.value === null) return null
  if (entry.kind === 'ratio') {
    const numerators = sum(numbersOf(parts, (part) => part.numerator))
    const denominators = sum(numbersOf(parts, (part) => part.denominator))
    if (numerators !== whole.numerator || denominators !== whole.denominator)
      return '比率不能相加，由这里的记录直接算出。'
    return `比率不能相加。先把分子、分母分别相加，得 ${formatNumber(numerators)} 和 ${formatNumber(denominators)}，再相除。`
  }
  const values = numbersOf(parts, (part) => part.value)
  if (values.length < parts.length) return null
  const total = sum(values)
  const more = total - whole.value
  if (more === 0) return `下面各组织相加，正好是 ${formatNumber(total)} ${entry.unit}。`
  const why = twice[openingOf(whole.code)?.measure ?? 'people'] ?? ''
  if (more < 0 || entry.kind !== 'distinct') return null
  return `下面各组织相加是 ${formatNumber(total)} ${entry.unit}，比这里多 ${formatNumber(more)}：${why}`
}
