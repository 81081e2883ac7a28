import type { Value } from '../../store/document'
import type { Pattern } from '../match/regex'
import { patternOf } from '../match/regex'
import { refuse } from '../refuse'
import { isMissingOrNull, typeName } from '../values'
import { named } from './arguments'
import type { Operators } from './types'

interface Found {
  match: string
  idx: number
  captures: (string | null)[]
}

const found = (text: string, hit: RegExpExecArray): Found => ({
  match: hit[0],
  // Places are told in code points.
  idx: [...text.slice(0, hit.index)].length,
  captures: hit.slice(1).map((part: string | undefined) => part ?? null),
})

const every = (text: string, pattern: Pattern): Found[] => {
  const all: Found[] = []
  for (let from = 0; from <= text.length; ) {
    const hit = pattern.exec(text, from)
    if (!hit) break
    all.push(found(text, hit))
    from = hit.index + Math.max(hit[0].length, 1)
  }
  return all
}

/** `{input, regex, options}`; `nothing` is the answer where input or regex is null or missing. */
const byPattern = (name: string, nothing: () => Value, apply: (text: string, pattern: Pattern) => Value) =>
  named(name, ['input', 'regex'], ['options'], ({ input, regex, options }) => {
    if (!isMissingOrNull(input) && typeof input !== 'string') {
      throw refuse(51104, `${name} needs 'input' to be of type string, found: ${typeName(input)}`)
    }
    if (!isMissingOrNull(regex) && typeof regex !== 'string' && !(regex instanceof RegExp)) {
      throw refuse(51105, `${name} needs 'regex' to be of type string or regex`)
    }
    if (isMissingOrNull(input) || isMissingOrNull(regex)) return nothing()
    if (!isMissingOrNull(options) && regex instanceof RegExp && regex.flags !== '') {
      throw refuse(51107, `${name}: found regex option(s) specified in both 'regex' and 'option' fields`)
    }
    return apply(input as string, patternOf(regex, options ?? undefined))
  })

export const patterns: Operators = {
  $regexMatch: byPattern(
    '$regexMatch',
    () => false,
    (text, pattern) => pattern.exec(text) !== null,
  ),
  $regexFind: byPattern(
    '$regexFind',
    () => null,
    (text, pattern) => {
      const hit = pattern.exec(text)
      return hit ? found(text, hit) : null
    },
  ),
  $regexFindAll: byPattern('$regexFindAll', () => [], every),
}
