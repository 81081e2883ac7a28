import { Wholes } from './phrases'

/** Short facts on one line with a dot between them: `30 名党员 · 11 月`. It breaks behind a dot and nowhere else; empty ones are left out. */
export function Dotted({ parts }: { parts: readonly string[] }) {
  const told = parts.filter((part) => part !== '')
  return <Wholes parts={told.map((part, i) => (i < told.length - 1 ? `${part}\u00a0·\u00a0` : part))} />
}
