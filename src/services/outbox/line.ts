/**
 * Work in a line: what is asked for begins when all that was asked for before it is through, never two at once; what is asked for twice is
 * done once.
 * @param afterEach called when a piece of work is through, whatever came of it
 */
export function createLine<Outcome>(work: (id: string) => Promise<Outcome>, afterEach: () => void) {
  const asked = new Map<string, Promise<Outcome>>()
  let last: Promise<unknown> = Promise.resolve()
  let current: string | null = null

  const begin = (id: string): Promise<Outcome> => {
    current = id
    return work(id)
  }

  return {
    ask(id: string): Promise<Outcome> {
      const already = asked.get(id)
      if (already) return already
      const outcome = last
        .then(() => begin(id))
        .finally(() => {
          current = null
          asked.delete(id)
          afterEach()
        })
      last = outcome.catch(() => {})
      asked.set(id, outcome)
      return outcome
    },
    /** The outcome of what is being worked at now; null: it has not begun, or is through. */
    underWay: (id: string): Promise<Outcome> | null => (current === id ? (asked.get(id) ?? null) : null),
  }
}
