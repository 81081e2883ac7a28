import type { ParticipationKind } from '@/contracts/common'
import type { Rate } from '@/domain/metrics'

/** Which figures of the registry stand for one kind of participation on the organiser's pages; names and units come from the registry. */
export interface KindView {
  readonly kind: ParticipationKind
  /** The word on the switch. */
  readonly label: string
  readonly people: string
  readonly times: string
  /** The rate beside 人数 and 人次, by which the organisations below are drawn. */
  readonly rate: string
  /** The rates by which categories are drawn; the first is the one beside 人数 and 人次. */
  readonly byCategory: readonly Rate[]
  /** Further figures, listed under the main ones. */
  readonly more: readonly string[]
}

export const kindViews: readonly KindView[] = [
  {
    kind: 'quiz',
    label: '答题',
    people: 'quiz.people',
    times: 'quiz.times',
    rate: 'quiz.rate',
    byCategory: ['quiz'],
    more: ['quiz.mobile.people', 'quiz.mobile.times'],
  },
  {
    kind: 'lesson',
    label: '微党课',
    people: 'lesson.people',
    times: 'lesson.times',
    rate: 'lesson.rate',
    byCategory: ['lesson'],
    more: ['lesson.count', 'lesson.mobile.people'],
  },
  {
    kind: 'themeday',
    label: '主题党日',
    people: 'themeday.people',
    times: 'themeday.times',
    rate: 'themeday.attendance',
    byCategory: ['attendance', 'coverage'],
    more: ['themeday.rate', 'themeday.sessions', 'themeday.coverage', 'themeday.mobile.people'],
  },
]

/** The view of a kind; of the first kind for a word from an address that names none. */
export function kindView(kind: string | undefined): KindView {
  const [first] = kindViews
  return kindViews.find((view) => view.kind === kind) ?? (first as KindView)
}

/** The kind to which a figure's code belongs (`quiz.people` → quiz), or null for figures that are no participation. */
export function kindOfCode(code: string): ParticipationKind | null {
  return kindViews.find((view) => code.startsWith(`${view.kind}.`))?.kind ?? null
}
