/** The cloud's clock: the machine's, shifted by an offset that demonstrations and tests set. All instants are epoch ms. */
export class Clock {
  private shift = 0
  private readonly listeners = new Set<() => void>()

  now(): number {
    return Date.now() + this.shift
  }

  /** Milliseconds to add to the machine's clock. */
  get offset(): number {
    return this.shift
  }

  /** Goes on ticking from the instant; null returns to the machine's time. */
  set(instant: number | null): void {
    this.shift = instant === null ? 0 : instant - Date.now()
    for (const listener of this.listeners) listener()
  }

  onChange(listener: () => void): void {
    this.listeners.add(listener)
  }
}
