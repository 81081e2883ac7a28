import { sameFill } from '@/domain/quiz/fill'
import type { Question } from '../../../content'

type Gap = Pick<Question, 'stem' | 'options' | 'key' | 'accepted'>

/** 一 … 九百九十九 and digits: an answer that people write with or without the unit behind the gap. */
const NUMBER = /^[\d一二三四五六七八九十百]+$/

/** What is wrong with a question whose gap is filled in; empty when nothing is. */
export function fillProblems({ stem, options, key, accepted = [] }: Gap): string[] {
  const problems: string[] = []
  const need = (holds: boolean, problem: string): void => void (holds || problems.push(problem))
  const gaps = stem.match(/_+/g) ?? []
  need(gaps.length === 1 && gaps[0] === '____', 'exactly one gap of four underscores')
  need(options.length === 0 && key.length === 0, 'a gap has no options')
  const [usual = ''] = accepted
  need(usual !== '', 'nothing is accepted')
  // A number, a period or a term: what is longer can be said in too many ways to be marked fairly. A variant may be its full official name.
  need(usual.length <= 6 && accepted.every((one) => one.length <= 12), 'a phrase is no answer')
  need(
    accepted.every((one, at) => sameFill(one, [one]) && !sameFill(one, accepted.slice(0, at))),
    'an accepted form is empty or listed twice',
  )
  const [before = '', after = ''] = stem.split('____')
  // A single sign says nothing: 一 also stands in 一般. With the unit behind the gap it would be the answer.
  const told = accepted.flatMap((one) => (one.length > 1 ? [one] : [`${one}${after.slice(0, 1)}`]))
  need(!told.some((one) => before.includes(one) || after.includes(one)), 'the stem answers the gap')
  const unit = after.slice(0, 1)
  need(!NUMBER.test(usual) || sameFill(`${usual}${unit}`, accepted), 'who writes the unit again is wrong')
  return problems
}
