import { createHash } from 'node:crypto'
import { log } from '../log'
import { type ChaosKind, type ChaosOptions, chaosKinds } from './options'

const noCounts = () => Object.fromEntries(chaosKinds.map((kind) => [kind, 0])) as Record<ChaosKind, number>

/** What `GET /local/chaos` answers. */
export interface ChaosReport {
  /** Null while nothing is made to go wrong. */
  options: ChaosOptions | null
  /** How often each kind was done since the options were set. */
  done: Record<ChaosKind, number>
  /** How often each kind could have been done. */
  chances: Record<ChaosKind, number>
}

/**
 * Makes go wrong, on purpose, what goes wrong in production. Whether the n-th opportunity of a kind is taken depends on the
 * seed, the kind and n alone, so a run repeats as far as its opportunities come in the same order.
 */
export class Chaos {
  private done = noCounts()
  private chances = noCounts()
  /** Invocations whose first database request has come; only kept while chaos is on. */
  private readonly begun = new Set<string>()

  constructor(private options: ChaosOptions | null) {
    if (options) log.warn(`chaos is on: ${JSON.stringify(options)}`)
  }

  set(options: ChaosOptions | null): void {
    this.options = options
    this.done = noCounts()
    this.chances = noCounts()
    this.begun.clear()
    log.info(options ? `chaos is on: ${JSON.stringify(options)}` : 'chaos is off')
  }

  report(): ChaosReport {
    return { options: this.options, done: { ...this.done }, chances: { ...this.chances } }
  }

  /** Whether it is to happen now; counted when it is. */
  strikes(kind: ChaosKind): boolean {
    if (!this.options) return false
    const n = this.chances[kind]++
    if (this.draw(this.options.seed, kind, n) >= this.options[kind]) return false
    this.done[kind]++
    return true
  }

  /** Milliseconds by which an answer is late: 0, or up to the option's most. */
  lateness(kind: 'delayAnswer' | 'slowDatabase'): number {
    if (!this.options || !this.strikes(kind)) return 0
    const most = kind === 'delayAnswer' ? this.options.answerDelayMs : this.options.databaseDelayMs
    return Math.ceil(this.draw(this.options.seed, `${kind} ms`, this.done[kind]) * most)
  }

  /** Whether the worker of an invocation dies before this database request of its is served. */
  killsBefore(invocationId: string): boolean {
    if (!this.options) return false
    if (this.begun.has(invocationId)) return this.strikes('killBetween')
    this.begun.add(invocationId)
    return this.strikes('killBeforeFirst')
  }

  /** An invocation is over. */
  forget(invocationId: string): void {
    this.begun.delete(invocationId)
  }

  /** From 0 up to, but not including, 1. */
  private draw(seed: number, what: string, n: number): number {
    return createHash('sha256').update(`${seed}\n${what}\n${n}`).digest().readUInt32BE(0) / 2 ** 32
  }
}

export const wait = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve()
