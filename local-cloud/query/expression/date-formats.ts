import { refuse } from '../refuse'
import { hasField, isMissingOrNull, typeName } from '../values'
import { named } from './arguments'
import { dayOfYear, isoDayOfWeek, isoWeek, weekOfYear } from './calendar'
import { instant } from './date-parts'
import { parseFormat, parseIso } from './parse-date'
import { wallClock, zoneOf } from './timezone'
import type { Operators } from './types'

const pad = (value: number, length = 2) => String(value).padStart(length, '0')

const offsetText = (minutes: number) =>
  `${minutes < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(minutes) / 60))}${pad(Math.abs(minutes) % 60)}`

const formats: Record<string, (wall: Date, minutes: number) => string> = {
  d: (wall) => pad(wall.getUTCDate()),
  G: (wall) => pad(isoWeek(wall).year, 4),
  H: (wall) => pad(wall.getUTCHours()),
  j: (wall) => pad(dayOfYear(wall), 3),
  L: (wall) => pad(wall.getUTCMilliseconds(), 3),
  m: (wall) => pad(wall.getUTCMonth() + 1),
  M: (wall) => pad(wall.getUTCMinutes()),
  S: (wall) => pad(wall.getUTCSeconds()),
  u: (wall) => String(isoDayOfWeek(wall)),
  U: (wall) => pad(weekOfYear(wall)),
  V: (wall) => pad(isoWeek(wall).week),
  w: (wall) => String(wall.getUTCDay() + 1),
  Y: (wall) => pad(wall.getUTCFullYear(), 4),
  z: (_wall, minutes) => offsetText(minutes),
  Z: (_wall, minutes) => `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes), 3)}`,
  '%': () => '%',
}

const checkFormat = (format: unknown): string => {
  if (typeof format !== 'string')
    throw refuse(18533, `$dateToString requires that 'format' be a string, found: ${typeName(format)}`)
  for (const [, name = ''] of format.matchAll(/%([\s\S]?)/g)) {
    if (name === '') throw refuse(18535, "Unmatched '%' at end of format string")
    if (!hasField(formats, name)) throw refuse(18536, `Invalid format character '%${name}' in format string`)
  }
  return format
}

const toText = named('$dateToString', ['date'], ['format', 'timezone', 'onNull'], (values, given) => {
  const format = given.has('format') ? values.format : '%Y-%m-%dT%H:%M:%S.%LZ'
  if (isMissingOrNull(values.date)) return given.has('onNull') ? values.onNull : null
  if (isMissingOrNull(format) || (given.has('timezone') && isMissingOrNull(values.timezone))) return null
  const zone = zoneOf(values.timezone ?? 'UTC')
  const at = instant(values.date)
  const [wall, minutes] = [wallClock(at, zone), zone(at)]
  return checkFormat(format).replace(/%(.)/g, (_mark, name: string) => formats[name]?.(wall, minutes) ?? '')
})

const fromText = named(
  '$dateFromString',
  ['dateString'],
  ['format', 'timezone', 'onError', 'onNull'],
  (values, given) => {
    const { dateString, format, timezone } = values
    if (isMissingOrNull(dateString)) return given.has('onNull') ? values.onNull : null
    if (given.has('timezone') && isMissingOrNull(timezone)) return null
    if (given.has('format') && isMissingOrNull(format)) return null
    try {
      if (typeof dateString !== 'string') {
        throw refuse(
          241,
          `$dateFromString requires that 'dateString' be a string, found: ${typeName(dateString)} with value ${String(dateString)}`,
        )
      }
      if (timezone !== undefined) zoneOf(timezone)
      const zone = timezone as string | undefined
      if (!given.has('format')) return parseIso(dateString, zone)
      if (typeof format !== 'string')
        throw refuse(40684, `$dateFromString requires that 'format' be a string, found: ${typeName(format)}`)
      return parseFormat(dateString, format, zone)
    } catch (error) {
      if (given.has('onError') && /MongoDB error 241\)/.test((error as Error).message)) return values.onError
      throw error
    }
  },
)

export const dateFormats: Operators = { $dateToString: toText, $dateFromString: fromText }
