import type { Value } from '../../store/document'
import { hold } from '../guard'
import { refuse } from '../refuse'
import { compare, isMissingOrNull, typeName } from '../values'
import { named, operator, variadic } from './arguments'
import { coercedText } from './text'
import type { Operators } from './types'

/** MongoDB changes the case of ASCII letters only. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase())

const concat = variadic((values) => {
  let text = ''
  for (const value of values) {
    if (isMissingOrNull(value)) return null
    if (typeof value !== 'string') throw refuse(16702, `$concat only supports strings, not ${typeName(value)}`)
    text += value
    hold(value.length / 8)
  }
  return text
})

const split = operator('$split', 2, 2, (text, separator) => {
  if (isMissingOrNull(text) || isMissingOrNull(separator)) return null
  if (typeof text !== 'string') {
    throw refuse(
      40085,
      `$split requires an expression that evaluates to a string as a first argument, found: ${typeName(text)}`,
    )
  }
  if (typeof separator !== 'string') {
    throw refuse(
      40086,
      `$split requires an expression that evaluates to a string as a second argument, found: ${typeName(separator)}`,
    )
  }
  if (separator === '') throw refuse(40087, '$split requires a non-empty separator')
  const parts = text.split(separator)
  hold(parts.length)
  return parts
})

/** What MongoDB trims unless told: ASCII and Unicode spaces, and the null character. */
const whitespace = '\0\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'

const trim = (name: string, left: boolean, right: boolean) =>
  named(name, ['input'], ['chars'], ({ input, chars }, given) => {
    if (isMissingOrNull(input)) return null
    if (typeof input !== 'string') {
      throw refuse(
        50699,
        `${name} requires its input to be a string, got ${String(input)} (of type ${typeName(input)}) instead.`,
      )
    }
    if (given.has('chars') && isMissingOrNull(chars)) return null
    if (given.has('chars') && typeof chars !== 'string') {
      throw refuse(50700, `${name} requires 'chars' to be a string, got ${typeName(chars)} instead.`)
    }
    const gone = new Set(given.has('chars') ? String(chars) : whitespace)
    const characters = [...input]
    let [start, end] = [0, characters.length]
    while (left && start < end && gone.has(characters[start] as string)) start++
    while (right && end > start && gone.has(characters[end - 1] as string)) end--
    return characters.slice(start, end).join('')
  })

const replacing = (name: '$replaceOne' | '$replaceAll') =>
  named(name, ['input', 'find', 'replacement'], [], (values) => {
    for (const [part, value] of Object.entries(values)) {
      if (!isMissingOrNull(value) && typeof value !== 'string') {
        throw refuse(51746, `${name} requires that '${part}' be a string, found: ${typeName(value)}`)
      }
    }
    const { input, find, replacement } = values as Record<string, string | null | undefined>
    if (isMissingOrNull(input) || isMissingOrNull(find) || isMissingOrNull(replacement)) return null
    // A function, because `$&` and the like have a meaning in a replacement text.
    const times = name === '$replaceAll' ? input.split(find).length - 1 : 1
    hold((input.length + times * replacement.length) / 8)
    return name === '$replaceOne' ? input.replace(find, () => replacement) : input.replaceAll(find, () => replacement)
  })

export const strings: Operators = {
  $concat: concat,
  $split: split,
  $strcasecmp: operator('$strcasecmp', 2, 2, (a: Value, b: Value) =>
    Math.sign(compare(upper(coercedText(a)), upper(coercedText(b)))),
  ),
  $toLower: operator('$toLower', 1, 1, (value) => lower(coercedText(value))),
  $toUpper: operator('$toUpper', 1, 1, (value) => upper(coercedText(value))),
  $trim: trim('$trim', true, true),
  $ltrim: trim('$ltrim', true, false),
  $rtrim: trim('$rtrim', false, true),
  $replaceOne: replacing('$replaceOne'),
  $replaceAll: replacing('$replaceAll'),
}
