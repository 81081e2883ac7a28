/**
 * Whether a lesson's check question is answered: exactly the right options, in any order. There are no part marks, since the
 * answer can be tried again at once.
 * @param chosen indices into the options as stored (a check question is not shuffled)
 */
export function checkAnswer(check: { readonly key: readonly number[] }, chosen: readonly number[]): boolean {
  const given = new Set(chosen)
  return given.size === new Set(check.key).size && check.key.every((index) => given.has(index))
}
