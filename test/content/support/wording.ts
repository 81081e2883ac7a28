import type { Question } from '../../../content'
import { fillProblems } from './fill'

/** What a member is asked: a handbook question or the check question of a lesson. */
export type Asked = Pick<Question, 'kind' | 'stem' | 'options' | 'key' | 'explanation' | 'accepted'>

/** Characters of a text without punctuation and spaces: what the reader sees as its length. */
export const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '')

const bigrams = (text: string): Set<string> => {
  const letters = [...plain(text)]
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`))
}

/** Sørensen–Dice coefficient of the two texts' sets of character pairs: 0 nothing in common, 1 the same pairs. */
export function similarity(one: string, other: string): number {
  const [left, right] = [bigrams(one), bigrams(other)]
  if (left.size + right.size === 0) return plain(one) === plain(other) ? 1 : 0
  const shared = [...left].filter((pair) => right.has(pair)).length
  return (2 * shared) / (left.size + right.size)
}

/** Pairs of stems that are the same question in other words. */
export function nearDuplicates(stems: readonly string[], limit = 0.6): [string, string][] {
  return stems.flatMap((stem, index) =>
    stems
      .slice(index + 1)
      .filter((other) => similarity(stem, other) >= limit)
      .map((other): [string, string] => [stem, other]),
  )
}

const ALL_OR_NONE = /以上(都|皆|全|各项|均)|(都|全)(对|不对|正确|不正确)$/
// Options are shuffled when a paper is dealt: a place names nothing, nor does a letter (FOREIGN).
const BY_PLACE = /[前后]两项|第[一二三四五]项(正确|错误|不对)/
// Latin letters and slashes are not words of these texts: they would be an option's letter, a path or a slip.
const FOREIGN = /[A-Za-z/\\]/

/** What is wrong with the key, the options and the words of a question; empty when nothing is. */
export function askedProblems(asked: Asked): string[] {
  const { kind, stem, options, key, explanation, accepted } = asked
  const problems: string[] = []
  const need = (holds: boolean, problem: string): void => void (holds || problems.push(problem))
  need(
    key.every((index) => index < options.length),
    'a key beyond the options',
  )
  need(
    key.every((index, at) => at === 0 || index > (key[at - 1] ?? index)),
    'the key is not ascending',
  )
  need(new Set(options.map(plain)).size === options.length, 'an option twice')
  if (kind === 'fill') problems.push(...fillProblems(asked))
  else need(!stem.includes('_') && accepted === undefined, 'a gap in a question with options')
  if (kind === 'judge') need(options.join() === '正确,错误', 'judge options are 正确, 错误')
  if (kind === 'single') need(options.length >= 3 && options.length <= 5, 'three to five options')
  if (kind === 'multiple') {
    need(options.length === 4 || options.length === 5, 'multiple: four or five options')
    need(key.length >= 2 && key.length < options.length, 'multiple: two right, one wrong at least')
  }
  if (kind === 'single' || kind === 'judge') need(key.length === 1, 'one right option')
  const states = kind === 'judge' || kind === 'fill'
  need(stem.endsWith(states ? '。' : '？'), 'judge and fill state, the others ask')
  need(plain(explanation).length >= 15 && similarity(explanation, stem) < 0.9, 'the explanation explains nothing')
  need((explanation.match(/[。！？]/g) ?? []).length <= 3, 'an explanation of more than three sentences')
  for (const text of [stem, explanation, ...options, ...(accepted ?? [])]) {
    need(!ALL_OR_NONE.test(text), `all or none: ${text}`)
    need(!BY_PLACE.test(text), `names an option by its place: ${text}`)
    need(!FOREIGN.test(text), `foreign letters: ${text}`)
  }
  return problems
}
