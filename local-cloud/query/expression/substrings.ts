import type { Value } from '../../store/document'
import { refuse } from '../refuse'
import { isMissingOrNull, typeName } from '../values'
import { operator } from './arguments'
import { coercedText, placeOf } from './text'
import type { Operators } from './types'

const continues = (bytes: Buffer, at: number) => at < bytes.length && ((bytes[at] as number) & 0xc0) === 0x80

const wholeNumber = (name: string, code: number, what: string, value: Value): number => {
  if (typeof value !== 'number')
    throw refuse(code, `${name}: ${what} must be a numeric type (is BSON type ${typeName(value)})`)
  return Math.trunc(value)
}

/** By bytes of UTF-8; a cut within a character is an error. A negative length means to the end. */
const byBytes = (name: string) =>
  operator(name, 3, 3, (value, start, length) => {
    const bytes = Buffer.from(coercedText(value), 'utf8')
    const from = wholeNumber(name, 16034, 'starting index', start)
    const count = wholeNumber(name, 16035, 'length', length)
    if (from < 0) throw refuse(50752, `${name}: starting index must be non-negative (got: ${from})`)
    if (from >= bytes.length) return ''
    if (continues(bytes, from))
      throw refuse(28656, `${name}: Invalid range, starting index is a UTF-8 continuation byte.`)
    const to = count < 0 ? bytes.length : Math.min(bytes.length, from + count)
    if (continues(bytes, to))
      throw refuse(28657, `${name}: Invalid range, ending index is in the middle of a UTF-8 character.`)
    return bytes.toString('utf8', from, to)
  })

const byCodePoints = operator('$substrCP', 3, 3, (value, start, length) => {
  const characters = [...coercedText(value)]
  const [from, count] = [placeOf('$substrCP', 'starting index', start), placeOf('$substrCP', 'length', length)]
  return characters.slice(from, from + count).join('')
})

const textOf = (name: string, code: number, value: Value): string => {
  if (typeof value === 'string') return value
  throw refuse(code, `${name} requires a string argument, found: ${typeName(value)}`)
}

/** The place of a text within another, in units that `split` makes of it. */
const indexOf = (name: string, split: (text: string) => readonly (string | number)[]) =>
  operator(name, 2, 4, (text, sought, ...bounds) => {
    if (isMissingOrNull(text)) return null
    const units = split(textOf(name, 40091, text))
    const wanted = split(textOf(name, 40092, sought))
    const start = bounds.length > 0 ? placeOf(name, 'starting index', bounds[0]) : 0
    const end = Math.min(units.length, bounds.length > 1 ? placeOf(name, 'ending index', bounds[1]) : units.length)
    for (let at = start; at + wanted.length <= end; at++) {
      if (wanted.every((unit, i) => units[at + i] === unit)) return at
    }
    return -1
  })

/** Parts and lengths of texts, counted in bytes of UTF-8 or in code points. */
export const substrings: Operators = {
  // The old name of $substrBytes.
  $substr: byBytes('$substr'),
  $substrBytes: byBytes('$substrBytes'),
  $substrCP: byCodePoints,
  $strLenBytes: operator('$strLenBytes', 1, 1, (value) => Buffer.byteLength(textOf('$strLenBytes', 34473, value))),
  $strLenCP: operator('$strLenCP', 1, 1, (value) => [...textOf('$strLenCP', 34471, value)].length),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text, 'utf8')]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
}
