/** Something that holds what it wrote until it ends: an open transaction. */
export interface Holder {
  readonly id: string
  /** Resolves when it has been committed or aborted. */
  readonly ended: Promise<void>
}

/** Thrown by a write outside of transactions on something that an open transaction has written. */
export class HeldError extends Error {
  constructor(readonly holder: Holder) {
    super(`held by transaction ${holder.id}`)
  }
}

/** The name of a document for the guard. */
export const documentName = (collection: string, id: Buffer): string => `${collection} ${id.toString('latin1')}`

/** The name of a key of a unique index for the guard: two documents that want one key collide like writes of one document. */
export const uniqueKeyName = (collection: string, index: string, key: Buffer): string =>
  `${collection}/${index} ${key.toString('latin1')}`

/**
 * Who writes what, by name: which open transaction holds a document, and which were written since a transaction began.
 * Everything is in memory: no transaction outlives the process.
 */
export class WriteGuard {
  private readonly holders = new Map<string, Holder>()
  private readonly written = new Map<string, number>()
  private readonly pending = new Map<string, number>()
  private tick = 0
  private open = 0
  private names: string[] = []
  private exempt: Holder | undefined

  /** A transaction begins: what settles from now on is newer than it. */
  begin(): number {
    this.open++
    return this.tick
  }

  /** It ended, so what it held is free. */
  end(holder: Holder, names: Iterable<string>): void {
    for (const name of names) if (this.holders.get(name) === holder) this.holders.delete(name)
    if (--this.open === 0) this.written.clear()
  }

  /** Whether any transaction holds anything. */
  get holdsAny(): boolean {
    return this.holders.size > 0
  }

  /**
   * Gives the name to a transaction that began at `since`; false when another holds it, or when it was written since or
   * is being written.
   */
  claim(name: string, holder: Holder, since: number): boolean {
    const other = this.holders.get(name)
    if (other === holder) return true
    if (other || this.pending.has(name) || (this.written.get(name) ?? 0) > since) return false
    this.holders.set(name, holder)
    return true
  }

  /** Called for every write to the store: throws HeldError when an open transaction holds the name. */
  check(name: string): void {
    const holder = this.holders.get(name)
    if (holder && holder !== this.exempt) throw new HeldError(holder)
    this.names.push(name)
  }

  /** Runs writes (synchronously) and gives the names that they wrote. `by`: the transaction that is being committed. */
  collect(by: Holder | undefined, run: () => void): string[] {
    this.names = []
    this.exempt = by
    try {
      run()
      return this.names
    } finally {
      this.names = []
      this.exempt = undefined
    }
  }

  /** A write was made, but nobody can tell yet whether a snapshot has it. */
  underWay(names: readonly string[]): void {
    for (const name of names) this.pending.set(name, (this.pending.get(name) ?? 0) + 1)
  }

  /** It is on disk, or will never be: newer than every transaction that is open now. */
  settled(names: readonly string[]): void {
    this.tick++
    for (const name of names) {
      const others = (this.pending.get(name) ?? 0) - 1
      if (others > 0) this.pending.set(name, others)
      else this.pending.delete(name)
      if (this.open > 0) this.written.set(name, this.tick)
    }
  }
}
