import type { QuestionKind } from '@/contracts/quiz'

/** What is chosen after a tap on an option, ascending: of several each is switched, of one kind the last tap counts. */
export function chooseOption(kind: QuestionKind, chosen: readonly number[], option: number): readonly number[] {
  if (kind !== 'multiple') return [option]
  const without = chosen.filter((one) => one !== option)
  return without.length < chosen.length ? without : [...chosen, option].sort((a, b) => a - b)
}
