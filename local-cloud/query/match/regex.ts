import { badRequest, unsupported } from '../../errors'
import type { Value } from '../../store/document'
import { interruptible, step } from '../guard'
import { refuse } from '../refuse'

/** Texts shorter than this cannot make a pattern run away noticeably: one with nested repetition, one with any. */
const shortText = { nested: 24, single: 1000 }

/** From what length of text on a pattern may take noticeably more than linear time: even `a*b` tries from every letter. */
const riskyFrom = (pattern: string): number => {
  const repetitions = (pattern.match(/[*+]|\{\d+(?:,\d*)?\}/g) ?? []).length
  if (/\)\s*(?:[*+?]|\{\d)/.test(pattern) || repetitions > 1) return shortText.nested
  return repetitions > 0 ? shortText.single : Number.POSITIVE_INFINITY
}

/** Escapes that PCRE knows and JavaScript does not, or reads otherwise. */
const foreignEscape = /[AZzQEGKhHRXNCaelULpPuv<>]/

/** PCRE's \s knows ASCII only, JavaScript's also the ideographic space. */
const asciiSpace = '\\t-\\r '

/**
 * PCRE's pattern in JavaScript's words: `.` stops at \n only, `$` also holds before a last \n, `^` and `$` of
 * multi-line mode know \n only. What cannot be said alike is refused by name rather than read differently.
 */
const translate = (pattern: string, { multiLine, dotAll }: { multiLine: boolean; dotAll: boolean }): string => {
  let out = ''
  let inClass = false
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i] as string
    if (character === '\\') {
      const next = pattern[++i] ?? ''
      if (foreignEscape.test(next) || pattern.startsWith('x{', i) || (next === 'S' && inClass)) {
        throw unsupported(`the regular expression escape \\${next}`)
      }
      if (next === 's') out += inClass ? asciiSpace : `[${asciiSpace}]`
      else if (next === 'S') out += `[^${asciiSpace}]`
      else out += `\\${next}`
    } else if (inClass) {
      if (pattern.startsWith('[:', i)) throw unsupported('POSIX classes like [:alpha:] in a regular expression')
      if (character === ']') inClass = false
      out += character
    } else if (character === '[') {
      inClass = true
      out += pattern[i + 1] === '^' ? '[^' : '['
      if (pattern[i + 1] === '^') i++
      // A bracket that closes at once is a character of the class.
      if (pattern[i + 1] === ']') {
        out += '\\]'
        i++
      }
    } else if (character === '(' && /^\(\?(?![:=!]|<[=!a-zA-Z])/.test(pattern.slice(i, i + 4))) {
      throw unsupported(`the regular expression construct ${pattern.slice(i, i + 4)}`)
    } else if (/[*+?}]/.test(character) && pattern[i + 1] === '+') {
      throw unsupported('possessive repetition in a regular expression')
    } else if (character === '.' && !dotAll) out += '[^\\n]'
    else if (character === '$') out += multiLine ? '(?=\\n|(?![\\s\\S]))' : '(?=\\n?(?![\\s\\S]))'
    else if (character === '^' && multiLine) out += '(?<=\\n|(?<![\\s\\S]))'
    else out += character
  }
  return out
}

/** A compiled pattern of MongoDB's kind. */
export interface Pattern {
  /** Where it is found from a position on (UTF-16 units), as JavaScript tells it. */
  exec(text: string, from?: number): RegExpExecArray | null
}

/** Characters are code points as in PCRE's UTF mode; a pattern that only the older rules of JavaScript take is tried with them. */
const build = (source: string, flags: string): RegExp => {
  try {
    return new RegExp(source, `${flags}u`)
  } catch {
    try {
      return new RegExp(source, flags)
    } catch (error) {
      throw refuse(51091, `Regular expression is invalid: ${(error as Error).message}`)
    }
  }
}

/** Reads a pattern with MongoDB's options: i, m, s; u means nothing there, x is not supported. */
export const compilePattern = (pattern: string, options: string): Pattern => {
  for (const option of options) {
    if (option === 'x' || option === 'l') throw unsupported(`the regular expression option '${option}'`)
    if (!'imsu'.includes(option)) throw refuse(51108, `invalid flag in regex options: ${option}`)
  }
  if (pattern.includes('\0')) throw refuse(51109, 'Regular expression cannot contain an embedded null byte')
  const flags = options.includes('i') ? 'gi' : 'g'
  const regex = build(
    translate(pattern, { multiLine: options.includes('m'), dotAll: options.includes('s') }),
    options.includes('s') ? `${flags}s` : flags,
  )
  const risky = riskyFrom(pattern)
  return {
    exec(text, from = 0) {
      step()
      regex.lastIndex = from
      return text.length >= risky ? interruptible(() => regex.exec(text)) : regex.exec(text)
    },
  }
}

/** A pattern from a stored or sent regular expression, or from `$regex` with `$options`. */
export const patternOf = (regex: Value, options: Value): Pattern => {
  if (options !== undefined && typeof options !== 'string') throw badRequest('$options has to be a string')
  if (regex instanceof RegExp) return compilePattern(regex.source, options ?? regex.flags)
  if (typeof regex !== 'string') throw badRequest('$regex has to be a string')
  return compilePattern(regex, options ?? '')
}
