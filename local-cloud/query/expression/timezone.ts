import type { Value } from '../../store/document'
import { refuse } from '../refuse'
import { typeName } from '../values'

/** Minutes east of UTC at an instant (epoch ms). */
export type Zone = (instant: number) => number

const utc: Zone = () => 0

const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (name: string): Intl.DateTimeFormat => {
  const known = formats.get(name)
  if (known) return known
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(name, format)
    return format
  } catch {
    throw refuse(40485, `unrecognized time zone identifier: "${name}"`)
  }
}

const olson = (name: string): Zone => {
  const format = formatOf(name)
  return (instant) => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    return Math.round(
      (Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000) / 60_000,
    )
  }
}

/** Reads `+08:00`, `+0800`, `+08`, `UTC`, `GMT`, `Z` or a name of the time zone database such as `Asia/Shanghai`. */
export const zoneOf = (timezone: Value): Zone => {
  if (typeof timezone !== 'string') {
    throw refuse(40517, `timezone must evaluate to a string, found ${typeName(timezone)}`)
  }
  if (/^(UTC|GMT|Z)$/.test(timezone)) return utc
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(timezone)
  if (offset) {
    const minutes = (Number(offset[2]) * 60 + Number(offset[3] ?? 0)) * (offset[1] === '-' ? -1 : 1)
    return () => minutes
  }
  if (!/^[A-Za-z]/.test(timezone)) throw refuse(40485, `unrecognized time zone identifier: "${timezone}"`)
  return olson(timezone)
}

/** The wall clock of a zone as a Date whose UTC parts show it. */
export const wallClock = (instant: number, zone: Zone): Date => new Date(instant + zone(instant) * 60_000)

/** The instant at which the zone's wall clock shows this (given as UTC ms). */
export const instantOf = (wall: number, zone: Zone): number => {
  const guess = wall - zone(wall) * 60_000
  return wall - zone(guess) * 60_000
}
