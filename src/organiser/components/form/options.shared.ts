/** Options that were left empty go, and the marks move with those that stay. */
export function withoutBlanks<Marked extends { options: string[]; key: number[] }>(question: Marked): Marked {
  const kept = question.options.flatMap((option, index) => (option.trim() === '' ? [] : [index]))
  return {
    ...question,
    options: kept.map((index) => question.options[index] ?? ''),
    key: question.key.flatMap((index) => (kept.includes(index) ? [kept.indexOf(index)] : [])),
  }
}
