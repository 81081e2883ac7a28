import { Cron } from 'croner'

const utcOffsetMinutes = 8 * 60
const months = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')
const weekdays = 'SUN MON TUE WED THU FRI SAT'.split(' ')

interface Field {
  title: string
  from: number
  to: number
  names?: readonly string[]
}

const fields: readonly Field[] = [
  { title: 'second', from: 0, to: 59 },
  { title: 'minute', from: 0, to: 59 },
  { title: 'hour', from: 0, to: 23 },
  { title: 'day', from: 1, to: 31 },
  { title: 'month', from: 1, to: 12, names: months },
  { title: 'weekday', from: 0, to: 6, names: weekdays },
  { title: 'year', from: 1970, to: 2099 },
]

const readValue = (text: string, { from, to, names }: Field): number | undefined => {
  const named = names?.indexOf(text) ?? -1
  if (names && named >= 0) return from + named
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : undefined
}

/** A list of `*`, value, first-last, each with a step if wanted: what the platform's fields may hold. */
const checkField = (text: string, field: Field, expression: string): void => {
  const refuse = (why: string): never => {
    throw new Error(`timer "${expression}": ${why}`)
  }
  // Two of the platform's own documents say that 0 is Monday, a newer one that it is Sunday.
  if (field.title === 'weekday' && /\d/.test(text.replace(/\/\d+/g, '')))
    refuse('name weekdays (MON, TUE …): the documents disagree on which day 0 is')
  for (const part of text.split(',')) {
    const [, range = '', step] = /^([^/]*)(?:\/(\d{1,4}))?$/.exec(part) ?? []
    const bounds = range === '*' ? [field.from, field.to] : range.split('-').map((value) => readValue(value, field))
    const [first, last = first] = bounds
    const wrong = bounds.length > 2 || first === undefined || last === undefined || bounds.includes(undefined)
    if (wrong || first > last || step === '0') refuse(`${field.title} cannot be "${text}"`)
  }
}

export interface TimerSchedule {
  /** The next instant (epoch ms) after `now` at which it fires; undefined when it never will again. */
  next(now: number): number | undefined
}

const yearMatches = (year: string, value: number): boolean =>
  year.split(',').some((part) => {
    const [range = '', step = '1'] = part.split('/')
    const [first = 0, last = step === '1' && !part.includes('/') ? first : 2099] =
      range === '*' ? [1970, 2099] : range.split('-').map(Number)
    return value >= first && value <= last && (value - first) % Number(step) === 0
  })

/**
 * Reads a timer of the platform: seven fields (second minute hour day month weekday year) in UTC+8; day and weekday given
 * together mean either. Throws a sentence for a person when it is none.
 * Source: the platform's documents on timer triggers (定时触发器, Cron 表达式).
 */
export const readTimer = (expression: string): TimerSchedule => {
  const texts = expression.trim().split(/\s+/)
  if (texts.length !== 7) throw new Error(`timer "${expression}": a timer needs seven fields (second … year)`)
  for (const [i, field] of fields.entries()) checkField(texts[i] as string, field, expression)
  const year = texts[6] as string
  const cron = new Cron(texts.slice(0, 6).join(' '), { paused: true, utcOffset: utcOffsetMinutes })
  const next = (now: number): number | undefined => {
    let from = new Date(now)
    for (;;) {
      const at = cron.nextRun(from)
      if (!at) return undefined
      const local = new Date(at.getTime() + utcOffsetMinutes * 60_000).getUTCFullYear()
      if (local > 2099) return undefined
      if (yearMatches(year, local)) return at.getTime()
      // On to the last second before the next year, in UTC+8.
      from = new Date(Date.UTC(local + 1, 0) - utcOffsetMinutes * 60_000 - 1000)
    }
  }
  return { next }
}
