/** Counts the database requests of a call from outside, with those of the functions that it calls in turn. */
export class RequestCounter {
  private readonly counts = new Map<string, number>()

  begin(rootId: string): void {
    this.counts.set(rootId, 0)
  }

  /** Requests of calls that nobody watches (timers, late ones) are not kept. */
  count(rootId: string): void {
    const soFar = this.counts.get(rootId)
    if (soFar !== undefined) this.counts.set(rootId, soFar + 1)
  }

  end(rootId: string): number {
    const total = this.counts.get(rootId) ?? 0
    this.counts.delete(rootId)
    return total
  }
}
