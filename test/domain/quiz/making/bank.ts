import type { BankQuestion } from '@/domain/quiz/making'

const row = (
  id: string,
  chapter: string,
  kind: BankQuestion['kind'],
  difficulty: BankQuestion['difficulty'],
  ...tags: string[]
): BankQuestion => ({ id, chapter, kind, difficulty, tags })

/** Nine questions of two chapters. */
export const bank: BankQuestion[] = [
  row('a1', 'a', 'single', 1, 'rights'),
  row('a2', 'a', 'single', 2, 'rights'),
  row('a3', 'a', 'multiple', 2, 'discipline'),
  row('a4', 'a', 'multiple', 3, 'discipline'),
  row('a5', 'a', 'judge', 1),
  row('b1', 'b', 'single', 1, 'discipline'),
  row('b2', 'b', 'multiple', 3, 'rights'),
  row('b3', 'b', 'fill', 1),
  row('b4', 'b', 'judge', 3, 'discipline'),
]
