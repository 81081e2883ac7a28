import { refuse } from '../refuse'
import { isoYearStart } from './calendar'
import type { Zone } from './timezone'
import { instantOf, zoneOf } from './timezone'

const failed = (text: string) => refuse(241, `Error parsing date string '${text}'`)

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/

/** The wall clock as UTC ms; refuses what no calendar has. */
const wall = (
  text: string,
  [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0]: number[],
): number => {
  const date = new Date(Date.UTC(2000, 0, 1, hour, minute, second, ms))
  date.setUTCFullYear(year, month - 1, day)
  const holds =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60 && year > 0
  if (!holds) throw failed(text)
  return date.getTime()
}

/** Reads an ISO 8601 date or date and time. An offset within the text and a time zone beside it exclude each other. */
export const parseIso = (text: string, timezone: string | undefined): Date => {
  const found = iso.exec(text)
  if (!found) throw failed(text)
  const numbers = found.slice(1, 7).map((part, i) => Number(part ?? (i < 3 ? 1 : 0)))
  const ms = Number((found[7] ?? '0').padEnd(3, '0'))
  const offset = found[8]
  if (offset && timezone)
    throw refuse(241, `you cannot pass in a date/time string with GMT offset together with a timezone argument`)
  return new Date(instantOf(wall(text, [...numbers, ms]), zoneOf(offset ?? timezone ?? 'UTC')))
}

const patterns: Record<string, string> = {
  d: '(\\d{2})',
  G: '(\\d{4})',
  H: '(\\d{2})',
  j: '(\\d{3})',
  L: '(\\d{3})',
  m: '(\\d{2})',
  M: '(\\d{2})',
  S: '(\\d{2})',
  u: '([1-7])',
  V: '(\\d{2})',
  Y: '(\\d{4})',
  z: '([+-]\\d{2}:?\\d{2})',
  Z: '([+-]\\d{1,4})',
}

/** Reads a text by a format of `%Y-%m-%d %H:%M:%S.%L` and the like. */
export const parseFormat = (text: string, format: string, timezone: string | undefined): Date => {
  const names: string[] = []
  const source = format.replace(/%(.?)|[\\^$.*+?()[\]{}|/]/g, (mark, name: string | undefined) => {
    if (name === undefined) return `\\${mark}`
    if (name === '%') return '%'
    const pattern = patterns[name]
    if (!pattern) throw refuse(18536, `Invalid format character '%${name}' in format string`)
    names.push(name)
    return pattern
  })
  const found = new RegExp(`^${source}$`, 'u').exec(text)
  if (!found) throw failed(text)
  const parts = new Map(names.map((name, i) => [name, found[i + 1] ?? '']))
  const number = (name: string, otherwise: number) => (parts.has(name) ? Number(parts.get(name)) : otherwise)
  const time = [number('H', 0), number('M', 0), number('S', 0), number('L', 0)]
  const minutes = parts.has('Z') ? Number(parts.get('Z')) : undefined
  const offset: Zone | undefined =
    minutes !== undefined ? () => minutes : parts.has('z') ? zoneOf(parts.get('z')) : undefined
  if (offset && timezone)
    throw refuse(241, 'you cannot pass in a date/time string with GMT offset together with a timezone argument')
  const zone = offset ?? zoneOf(timezone ?? 'UTC')
  if (parts.has('G')) {
    const day = isoYearStart(number('G', 1)) + ((number('V', 1) - 1) * 7 + number('u', 1) - 1) * 86_400_000
    return new Date(instantOf(day + wall(text, [1970, 1, 1, ...time]), zone))
  }
  if (!parts.has('Y'))
    throw refuse(241, `an incomplete date/time string has been found, with elements missing: "${text}"`)
  if (parts.has('j')) {
    const start = wall(text, [number('Y', 1), 1, 1, ...time])
    return new Date(instantOf(start + (number('j', 1) - 1) * 86_400_000, zone))
  }
  if (!parts.has('m') || !parts.has('d')) {
    throw refuse(241, `an incomplete date/time string has been found, with elements missing: "${text}"`)
  }
  return new Date(instantOf(wall(text, [number('Y', 1), number('m', 1), number('d', 1), ...time]), zone))
}
