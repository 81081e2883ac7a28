import { createContext, Script } from 'node:vm'
import { CloudError } from '../errors'
import { refuse } from './refuse'

/** A query that works longer than this is ended (ms): it runs on the server's only thread, and everyone waits for it. */
export const maxQueryMs = 3_000

/** Elements that a query may hold; a document counts as ten. MongoDB's measure is 100 MB for an operator. */
const maxHeld = 10_000_000

interface Running {
  /** Where it must end, on the process's monotonic clock. */
  deadline: number
  /** The cloud's time when it began: `$$NOW`. */
  now: number
  /** Elements of what was made so far. */
  held: number
}

let running: Running | undefined

const late = () =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `operation exceeded time limit of ${maxQueryMs} ms (MongoDB error 50, MaxTimeMSExpired)`,
  )

/**
 * Runs one query under a time limit. It is synchronous, so one running query at a time is all there can be; a query
 * within a query (a sub-pipeline) belongs to the outer one.
 * @param now the cloud's time, epoch ms
 */
export const underTimeLimit = <T>(now: number, run: () => T, limit = maxQueryMs): T => {
  if (running) return run()
  running = { deadline: performance.now() + limit, now, held: 0 }
  try {
    return run()
  } finally {
    running = undefined
  }
}

/** A step of work: called wherever the amount of work depends on data. Throws when the time is up. */
export const step = (): void => {
  // A look at the clock takes 50 ns, far less than any step; a single step may take long, so none goes without.
  if (running && performance.now() > running.deadline) throw late()
}

/** Counts what an operator makes: called before lists grow. Throws when it is too much for one query. */
export const hold = (elements: number): void => {
  if (!running) return
  running.held += elements
  if (running.held > maxHeld) throw refuse(146, 'Exceeded memory limit of a query')
}

/** `$$NOW`: the same for the whole query. */
export const queryTime = (): Date => new Date(running?.now ?? Date.now())

const sandbox = createContext({ work: undefined as unknown })
const call = new Script('work()')

/**
 * Runs what cannot count its own steps (a regular expression that may run away) so that it ends with the query's time.
 * Costs about 50 µs, so callers use it only where they must.
 */
export const interruptible = <T>(work: () => T): T => {
  const left = Math.ceil(running ? running.deadline - performance.now() : maxQueryMs)
  if (left <= 0) throw late()
  sandbox.work = work
  try {
    return call.runInContext(sandbox, { timeout: left }) as T
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw late()
    throw error
  } finally {
    sandbox.work = undefined
  }
}
