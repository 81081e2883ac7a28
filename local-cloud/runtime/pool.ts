import type { FunctionWorker } from './function-worker'

/** Workers of one function at most; further invocations wait in line. */
const maxWorkers = 4
/** An idle worker is given up after this time (ms). */
const idleTime = 120_000

/** The workers of one function: a free one is reused, else a new one is started, else the invocation waits. */
export class WorkerPool {
  private readonly workers = new Set<FunctionWorker>()
  private readonly idle: FunctionWorker[] = []
  private readonly waiting: ((worker: FunctionWorker) => void)[] = []
  private readonly goodbyes = new Map<FunctionWorker, NodeJS.Timeout>()

  constructor(private readonly start: () => FunctionWorker) {}

  /** Runs a task on a worker of its own for that time. */
  async use<T>(task: (worker: FunctionWorker) => Promise<T>): Promise<T> {
    const worker = await this.take()
    try {
      return await task(worker)
    } finally {
      this.give(worker)
    }
  }

  private async take(): Promise<FunctionWorker> {
    for (let worker = this.idle.pop(); worker; worker = this.idle.pop()) {
      clearTimeout(this.goodbyes.get(worker))
      if (worker.alive) return worker
      this.workers.delete(worker)
    }
    if (this.workers.size < maxWorkers) return this.begin()
    return await new Promise((resolve) => this.waiting.push(resolve))
  }

  private begin(): FunctionWorker {
    const worker = this.start()
    this.workers.add(worker)
    return worker
  }

  private give(worker: FunctionWorker): void {
    if (!worker.alive) this.workers.delete(worker)
    const next = this.waiting.shift()
    if (next) next(worker.alive ? worker : this.begin())
    else if (worker.alive) this.rest(worker)
  }

  private rest(worker: FunctionWorker): void {
    this.idle.push(worker)
    const timer = setTimeout(() => {
      this.idle.splice(this.idle.indexOf(worker), 1)
      this.workers.delete(worker)
      void worker.end()
    }, idleTime)
    timer.unref()
    this.goodbyes.set(worker, timer)
  }

  /** Tells every worker something. */
  each(tell: (worker: FunctionWorker) => void): void {
    for (const worker of this.workers) if (worker.alive) tell(worker)
  }

  async end(): Promise<void> {
    for (const timer of this.goodbyes.values()) clearTimeout(timer)
    await Promise.all([...this.workers].map((worker) => worker.end()))
  }
}
