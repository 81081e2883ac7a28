import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import { refuse } from '../refuse'
import { isMissingOrNull, isTrue, typeName } from '../values'
import { named, namedParts } from './arguments'
import { dateAt, dayOfYear, isoDayOfWeek, isoWeek, isoYearStart, weekOfYear } from './calendar'
import { instantOf, wallClock, zoneOf } from './timezone'
import type { Operator, Operators } from './types'

/** The instant of a date or of an ObjectId. */
export const instant = (value: Value): number => {
  if (value instanceof Date) return value.getTime()
  if (typeName(value) === 'objectId') return (value as { getTimestamp(): Date }).getTimestamp().getTime()
  throw refuse(16006, `can't convert from BSON type ${typeName(value)} to Date`)
}

/** `{$year: date}`, `{$year: [date]}` or `{$year: {date, timezone}}`; null and missing give null. */
const part =
  (name: string, read: (wall: Date) => number): Operator =>
  (operand, names, compile) => {
    if (Array.isArray(operand) && operand.length !== 1) {
      throw refuse(40536, `${name} accepts exactly one argument if given an array, but was given ${operand.length}`)
    }
    const single: Value = Array.isArray(operand) ? operand[0] : operand
    const withZone = isPlainObject(single) && !Object.keys(single)[0]?.startsWith('$')
    const parts = withZone ? namedParts(name, single, ['date'], ['timezone']) : { date: single }
    const date = compile(parts.date, names)
    const timezone = parts.timezone === undefined ? undefined : compile(parts.timezone, names)
    return (env) => {
      const value = date(env)
      if (isMissingOrNull(value)) return null
      const zone = timezone ? timezone(env) : 'UTC'
      return isMissingOrNull(zone) ? null : read(wallClock(instant(value), zoneOf(zone)))
    }
  }

const toParts = named('$dateToParts', ['date'], ['timezone', 'iso8601'], ({ date, timezone, iso8601 }, given) => {
  if (isMissingOrNull(date) || (given.has('timezone') && isMissingOrNull(timezone))) return null
  const wall = wallClock(instant(date), zoneOf(timezone ?? 'UTC'))
  const time = {
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
  }
  if (!isTrue(iso8601)) {
    return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate(), ...time }
  }
  const { year, week } = isoWeek(wall)
  return { isoWeekYear: year, isoWeek: week, isoDayOfWeek: isoDayOfWeek(wall), ...time }
})

const calendarFields = ['year', 'month', 'day'] as const
const isoFields = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'] as const
const timeFields = ['hour', 'minute', 'second', 'millisecond'] as const

/** Parts beyond their range carry over, as in MongoDB since 4.0. */
const fromParts = named(
  '$dateFromParts',
  [],
  [...calendarFields, ...isoFields, ...timeFields, 'timezone'],
  (values, given) => {
    const iso = given.has('isoWeekYear')
    if (!iso && !given.has('year'))
      throw refuse(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present")
    if ((iso ? calendarFields : isoFields).some((name) => given.has(name))) {
      throw refuse(40489, '$dateFromParts does not allow mixing natural dates with ISO dates')
    }
    if ([...given].some((name) => isMissingOrNull(values[name]))) return null
    const number = (name: string, otherwise: number): number => {
      const value = given.has(name) ? values[name] : otherwise
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        throw refuse(
          40515,
          `'${name}' must evaluate to an integer, found ${typeName(value)} with value ${String(value)}`,
        )
      }
      return value
    }
    const year = number(iso ? 'isoWeekYear' : 'year', 0)
    if (year < 1 || year > 9999)
      throw refuse(40523, `'year' must evaluate to an integer in the range 1 to 9999, found ${year}`)
    const wall = new Date(iso ? isoYearStart(year) : Date.UTC(2000, 0, 1))
    if (iso) wall.setUTCDate(wall.getUTCDate() + (number('isoWeek', 1) - 1) * 7 + number('isoDayOfWeek', 1) - 1)
    else wall.setUTCFullYear(year, number('month', 1) - 1, number('day', 1))
    wall.setUTCHours(number('hour', 0), number('minute', 0), number('second', 0), number('millisecond', 0))
    return dateAt(instantOf(wall.getTime(), zoneOf(values.timezone ?? 'UTC')))
  },
)

/** Parts of dates, in UTC or a time zone; dates from parts. */
export const dateParts: Operators = {
  $year: part('$year', (wall) => wall.getUTCFullYear()),
  $month: part('$month', (wall) => wall.getUTCMonth() + 1),
  $dayOfMonth: part('$dayOfMonth', (wall) => wall.getUTCDate()),
  $dayOfWeek: part('$dayOfWeek', (wall) => wall.getUTCDay() + 1),
  $dayOfYear: part('$dayOfYear', dayOfYear),
  $hour: part('$hour', (wall) => wall.getUTCHours()),
  $minute: part('$minute', (wall) => wall.getUTCMinutes()),
  $second: part('$second', (wall) => wall.getUTCSeconds()),
  $millisecond: part('$millisecond', (wall) => wall.getUTCMilliseconds()),
  $week: part('$week', weekOfYear),
  $isoDayOfWeek: part('$isoDayOfWeek', isoDayOfWeek),
  $isoWeek: part('$isoWeek', (wall) => isoWeek(wall).week),
  $isoWeekYear: part('$isoWeekYear', (wall) => isoWeek(wall).year),
  $dateToParts: toParts,
  $dateFromParts: fromParts,
}
