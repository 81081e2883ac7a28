import { CloudError } from '../errors'
import type { FunctionWorker } from './function-worker'

/** Invocations of one function at a time; further ones wait in line. */
const maxAtOnce = 4
/** An idle worker is given up after this time (ms). */
const idleTime = 120_000

interface Waiting {
  begin(worker: FunctionWorker): void
  refuse(error: unknown): void
}

/**
 * The workers of one function: a free one is reused, else a new one is started, else the invocation waits. Calls from
 * outside and calls from functions wait in lines of their own, and a worker that itself waits for a call takes no place in the
 * second: else functions that call each other, or themselves, would wait for one another until their time is over.
 */
export class WorkerPool {
  private readonly busy = new Map<FunctionWorker, { nested: boolean }>()
  private readonly idle: FunctionWorker[] = []
  private readonly outside: Waiting[] = []
  private readonly nested: Waiting[] = []
  private readonly goodbyes = new Map<FunctionWorker, NodeJS.Timeout>()
  private ended = false

  constructor(private readonly start: () => FunctionWorker) {}

  /** Runs a task on a worker of its own for that time. */
  async use<T>(nested: boolean, task: (worker: FunctionWorker) => Promise<T>): Promise<T> {
    const worker = await new Promise<FunctionWorker>((begin, refuse) => {
      const line = nested ? this.nested : this.outside
      line.push({ begin, refuse })
      this.serve()
    })
    try {
      return await task(worker)
    } finally {
      this.busy.delete(worker)
      if (worker.alive && !this.ended) this.rest(worker)
      this.serve()
    }
  }

  /** Lets in whoever has room now. To be called whenever a worker begins to wait for a call of its own. */
  serve(): void {
    for (const [line, nested] of [[this.nested, true] as const, [this.outside, false] as const]) {
      while (line.length > 0 && (this.ended || this.hasRoom(nested))) {
        const next = line.shift() as Waiting
        try {
          if (this.ended) throw new CloudError('SYS_ERR', 'the local cloud is closing')
          const worker = this.free() ?? this.start()
          this.busy.set(worker, { nested })
          next.begin(worker)
        } catch (error) {
          next.refuse(error)
        }
      }
    }
  }

  private hasRoom(nested: boolean): boolean {
    const counted = [...this.busy].filter(([worker, use]) => (nested ? worker.calls === 0 : !use.nested))
    return counted.length < maxAtOnce
  }

  private free(): FunctionWorker | undefined {
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) {
      clearTimeout(this.goodbyes.get(worker))
      this.goodbyes.delete(worker)
      if (worker.alive) return worker
    }
    return undefined
  }

  private rest(worker: FunctionWorker): void {
    // More than are ever in use at once were started for calls that waited for one another.
    if (this.idle.length >= maxAtOnce) return void worker.end()
    this.idle.push(worker)
    const timer = setTimeout(() => {
      this.goodbyes.delete(worker)
      const place = this.idle.indexOf(worker)
      if (place >= 0) this.idle.splice(place, 1)
      void worker.end()
    }, idleTime)
    timer.unref()
    this.goodbyes.set(worker, timer)
  }

  /** Tells every worker something. */
  each(tell: (worker: FunctionWorker) => void): void {
    for (const worker of [...this.busy.keys(), ...this.idle]) if (worker.alive) tell(worker)
  }

  async end(): Promise<void> {
    this.ended = true
    for (const timer of this.goodbyes.values()) clearTimeout(timer)
    this.serve()
    await Promise.all([...this.busy.keys(), ...this.idle].map((worker) => worker.end()))
  }
}
