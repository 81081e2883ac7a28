import { Cron } from 'croner'

const utcOffsetMinutes = 8 * 60

/** Splits seven fields into what the scheduler knows (six) and the year. */
const readExpression = (expression: string): { pattern: string; year: string } => {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`a timer needs seven fields (second … year): ${expression}`)
  return { pattern: fields.slice(0, 6).join(' '), year: fields[6] as string }
}

const yearMatches = (year: string, value: number): boolean =>
  year === '*' ||
  year.split(',').some((part) => {
    const [first, last = first] = part.split('-').map(Number)
    return first !== undefined && last !== undefined && value >= first && value <= last
  })

/** The next instant (epoch ms) after `now` at which a seven-field timer in UTC+8 fires; undefined when it never will again. */
export const nextSlot = (expression: string, now: number): number | undefined => {
  const { pattern, year } = readExpression(expression)
  const cron = new Cron(pattern, { paused: true, utcOffset: utcOffsetMinutes })
  let from = new Date(now)
  for (let attempt = 0; attempt < 5000; attempt++) {
    const next = cron.nextRun(from)
    if (!next) return undefined
    if (yearMatches(year, new Date(next.getTime() + utcOffsetMinutes * 60_000).getUTCFullYear())) return next.getTime()
    from = next
  }
  return undefined
}
