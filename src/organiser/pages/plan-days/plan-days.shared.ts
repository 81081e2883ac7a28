import { untilWords, whenWords } from '@/components/words/when.shared'
import type { OutputOf } from '@/contracts/action'
import type { listPlannedDays, PlannedDay } from '@/contracts/plan-days'
import { monthlyInYear, monthsLater, sameWeekdayLater } from '@/domain/themeday'
import { dayOf, monthOf } from '@/domain/time/day'
import { nextHalfHour } from '../../components/form/form.shared'

export type Plan = OutputOf<typeof listPlannedDays>

/** What a form holds. */
export type DayForm = Pick<PlannedDay, 'title' | 'place' | 'forms' | 'agenda' | 'remote' | 'startsAt' | 'endsAt'>

/** How often a theme day is planned: once, or every month to the end of the year, on its date or its week day. */
export type Repeat = 'once' | 'date' | 'weekday'

const HOUR = 3_600_000

/** A form to begin with: the next month's by what was held last, on the same date; without one, two hours from the next half hour tomorrow. */
export function newForm(days: readonly PlannedDay[], now: number): DayForm {
  const last = [...days].reverse().find(({ cancelled }) => !cancelled)
  if (last) return copyOf(last, now)
  const startsAt = nextHalfHour(now + 24 * HOUR)
  return {
    ...{ title: '', place: '', forms: ['groupStudy'], agenda: [], remote: true },
    ...{ startsAt, endsAt: startsAt + 2 * HOUR },
  }
}

/** The same in the next month that is still to come, with the month in its title changed. */
export function copyOf(day: DayForm, now: number): DayForm {
  let months = 1
  while (monthsLater(day.startsAt, months) <= now && months < 24) months += 1
  const startsAt = monthsLater(day.startsAt, months)
  const { place, forms, agenda, remote } = day
  return {
    ...{ place, forms, agenda, remote },
    title: retitled(day.title, startsAt),
    startsAt,
    endsAt: startsAt + (day.endsAt - day.startsAt),
  }
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const

/** 十一月主题党日 becomes 十二月主题党日; a title without a month stays. */
export function retitled(title: string, startsAt: number): string {
  const month = Number(monthOf(dayOf(startsAt)).slice(5))
  const name = numerals[month - 1] ?? ''
  return title
    .replace(/(十[一二]|[一二三四五六七八九十])月/, `${name}月`)
    .replace(/(^|\D)(1[0-2]|[1-9])月/, `$1${month}月`)
}

/** All times of a plan. */
export function timesOf({ startsAt, endsAt }: DayForm, repeat: Repeat): { startsAt: number; endsAt: number }[] {
  const monthly = monthlyInYear({ startsAt, endsAt })
  if (repeat === 'once') return monthly.slice(0, 1)
  if (repeat === 'date') return monthly
  return monthly.map((_one, month) => {
    const start = sameWeekdayLater(startsAt, month)
    return { startsAt: start, endsAt: start + (endsAt - startsAt) }
  })
}

/** As it is sent: without empty lines and blanks at the ends. */
export const trimmed = (form: DayForm): DayForm => ({
  ...form,
  title: form.title.trim(),
  place: form.place.trim(),
  agenda: form.agenda.map((line) => line.trim()).filter(Boolean),
})

/** What a trimmed form still lacks, in the order in which it asks; null: it can be saved. */
export function lacking({ title, place, forms, agenda, startsAt, endsAt }: DayForm): string | null {
  if (title.length < 2) return '写上名称'
  if (place.length < 2) return '写上地点'
  if (endsAt - startsAt < 10 * 60_000) return '结束要晚于开始'
  if (forms.length === 0) return '选一种形式'
  // as the contract bounds it: what was pasted is not cut off without a word
  return agenda.length > 10 || agenda.some(({ length }) => length > 60) ? '议程最多十项，每项 60 字以内' : null
}

/** `明天 15:00 至 17:00` */
export function spanWords({ startsAt, endsAt }: Pick<DayForm, 'startsAt' | 'endsAt'>, now: number): string {
  const end = untilWords(endsAt, now)
  const sameDay = dayOf(startsAt) === dayOf(endsAt - 1)
  return `${whenWords(startsAt, now)} 至 ${sameDay ? end.slice(end.lastIndexOf(' ') + 1) : end}`
}

/** The state of a planned day, as a tag says it; null: it is to come, and nothing is to be said. */
export function dayTag(day: PlannedDay, now: number): { text: string; tone: 'ok' | 'wait' | 'grey' | 'red' } | null {
  if (day.cancelled) return { text: '已取消', tone: 'grey' }
  if (day.status === 'open') return { text: '正在签到', tone: 'red' }
  if (day.opened) return { text: '已开展', tone: 'ok' }
  if (now >= day.endsAt) return { text: '没有开展', tone: 'wait' }
  return null
}

/** The months of a year with their theme days: those that have one, and those to come, so that one without is seen while something can be done about it. */
export const byMonth = (
  days: readonly PlannedDay[],
  year: number,
  now: number,
): { month: number; days: PlannedDay[] }[] =>
  numerals
    .map((_name, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`
      const ofMonth = days.filter(({ startsAt }) => monthOf(dayOf(startsAt)) === month)
      return { month: index + 1, days: ofMonth, isPast: month < monthOf(dayOf(now)) }
    })
    .filter((one) => one.days.length > 0 || !one.isPast)
    .map(({ month, days: ofMonth }) => ({ month, days: ofMonth }))
