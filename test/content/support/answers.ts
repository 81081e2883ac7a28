import type { Question } from '../../../content'
import { plain } from './wording'

/** What is right: the texts of the right options, or the usual form of what fills the gap; judgements have no text of their own. */
function rightTexts({ kind, options, key, accepted = [] }: Question): string[] {
  if (kind === 'judge') return []
  return (kind === 'fill' ? accepted.slice(0, 1) : key.map((index) => options[index] ?? '')).map(plain)
}

const pairsOf = <T>(list: readonly T[]): [T, T][] =>
  list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]))

/** A number with its unit (六个月, 6个月) stands in many a rule and tells nothing about another one. */
const AMOUNT = /^[\d一二三四五六七八九十百两]/

/** Whether what is right in one question can be read in another: in its stem, or, when long enough to stand for itself, in its options. */
function tells({ stem, options }: Question, right: string): boolean {
  if (AMOUNT.test(right)) return false
  return (
    (right.length >= 3 && plain(stem).includes(right)) ||
    (right.length >= 6 && options.some((option) => plain(option).includes(right)))
  )
}

/** Answers that can be read in another question of the same document. */
export function giveaways(questions: readonly Question[]): [string, string][] {
  const ordered = pairsOf(questions).flatMap(([one, other]): [Question, Question][] => [
    [one, other],
    [other, one],
  ])
  return ordered
    .filter(([one, other]) => one.source.documentId === other.source.documentId)
    .filter(([one, other]) => rightTexts(one).some((text) => tells(other, text)))
    .map(([one, other]) => [one.id, other.id])
}

/** Pairs that ask for the same answer of the same article: the same question in other words. */
export function sameAnswers(questions: readonly Question[]): [string, string][] {
  return pairsOf(questions)
    .filter(([one, other]) => one.source.documentId === other.source.documentId)
    .filter(([one, other]) => one.source.article === other.source.article)
    .filter(([one, other]) => rightTexts(one).some((text) => rightTexts(other).includes(text)))
    .map(([one, other]) => [one.id, other.id])
}
