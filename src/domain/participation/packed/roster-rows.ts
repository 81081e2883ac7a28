import { fromBase64, toBase64 } from '../bitmap/base64'

/**
 * The lists of a roster block as text. A database answers numbers as `{"$numberInt":"12345"}`: a list of plain numbers would be ten times
 * as long, and the block of a county with 16,000 members larger than an answer may be.
 */

/** 1900-01-01; nothing on the roster is older. */
const FIRST_DAY = -25_567
const WHATS = 8

/** Numbers of 7 bits a byte, the lowest first; the highest bit says that more follow. */
function writeNumber(bytes: number[], value: number): void {
  let rest = value
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}

function* readNumbers(text: string): Generator<number> {
  let value = 0
  let unit = 1
  for (const byte of fromBase64(text)) {
    value += (byte & 127) * unit
    unit *= 128
    if (byte >= 128) continue
    yield value
    value = 0
    unit = 1
  }
}

function packed(numbers: readonly number[]): string {
  const bytes: number[] = []
  for (const number of numbers) writeNumber(bytes, number)
  return toBase64(Uint8Array.from(bytes))
}

/**
 * Rows of day number, seat and what happened (0–7), ascending by day.
 * @param first the block's first seat. Throws RangeError for a day before 1900.
 */
export function packChanges(rows: readonly (readonly number[])[], first: number): string {
  let before = FIRST_DAY
  const numbers = rows.flatMap(([day = before, seat = first, what = 0]) => {
    if (day < before) throw new RangeError(`day ${day} is out of order, or before 1900`)
    const step = day - before
    before = day
    return [step * WHATS + what, seat - first]
  })
  return packed(numbers)
}

/** The same rows, flat: day number, seat, what happened. */
export function unpackChanges(text: string, first: number): number[] {
  const flat: number[] = []
  let day = FIRST_DAY
  let head = -1
  for (const number of readNumbers(text)) {
    if (head < 0) head = number
    else {
      day += Math.floor(head / WHATS)
      flat.push(day, first + number, head % WHATS)
      head = -1
    }
  }
  return flat
}

/** Rows of a seat of the block and any other seat, ascending. */
export function packLinks(rows: readonly (readonly number[])[], first: number): string {
  return packed(rows.flatMap(([seat = first, other = 0]) => [seat - first, other]))
}

/** The same rows, flat. */
export const unpackLinks = (text: string, first: number): number[] =>
  [...readNumbers(text)].map((number, i) => (i % 2 === 0 ? first + number : number))
