import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { Clock } from '../clock'
import { CloudError } from '../errors'
import type { SignedTokens } from '../signed-tokens'
import { FunctionWorker } from './function-worker'
import type { FunctionSpec } from './functions'
import { baseEnvironment, envId, identityOf } from './identity'
import type { Invocation } from './invocation'
import { WorkerPool } from './pool'

export interface Call {
  functionName: string
  /** Reaches the function unmodified. */
  event: unknown
  openid: string
  source: string
  /** For a call from outside: the id under which its database requests are counted. */
  rootId?: string
  /** For a nested call: the invocation that makes it and waits for it. */
  parent?: Invocation
}

/** Bytes of what a function may answer with. */
const maxResultBytes = 1024 * 1024
/** Functions in a chain of calls. The platform's own limit is not published; a chain this long is a loop, or slow. */
export const maxDepth = 5

/** Runs the functions in worker threads, on behalf of whoever calls. */
export class FunctionRuntime {
  private readonly pools = new Map<string, WorkerPool>()
  /** Invocations under way, by id. */
  private readonly running = new Map<string, { worker: FunctionWorker; pool: WorkerPool }>()
  private readonly endListeners = new Set<(invocationId: string) => void>()

  constructor(
    readonly functions: ReadonlyMap<string, FunctionSpec>,
    private readonly tokens: SignedTokens,
    private readonly clock: Clock,
    /** Known once the server listens. */
    private readonly adminUrl: () => string,
  ) {
    clock.onChange(() => {
      for (const pool of this.pools.values()) pool.each((worker) => worker.shiftClock(clock.offset))
    })
  }

  /** The function's result as JSON, and the id under which its database requests were counted. */
  async invoke(call: Call): Promise<{ resultJson: string; requestId: string }> {
    const spec = this.functions.get(call.functionName)
    if (!spec)
      throw new CloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${call.functionName}`)
    const depth = (call.parent?.depth ?? 0) + 1
    if (depth > maxDepth)
      throw new CloudError(
        'FUNCTIONS_REQUEST_FAIL',
        `functions call each other more than ${maxDepth} deep: ${spec.name}`,
      )
    const id = randomUUID()
    const invocation: Invocation = {
      id,
      rootId: call.parent?.rootId ?? call.rootId ?? id,
      functionName: spec.name,
      openid: call.openid,
      source: call.source,
      depth,
    }
    const pool = this.pool(spec)
    const resultJson = await this.whileWaiting(call.parent, () =>
      pool.use(call.parent !== undefined, async (worker) => {
        this.running.set(id, { worker, pool })
        try {
          return await worker.run(this.runOf(spec, call.event, invocation))
        } finally {
          this.running.delete(id)
          for (const listener of this.endListeners) listener(id)
        }
      }),
    )
    if (Buffer.byteLength(resultJson) > maxResultBytes) {
      throw new CloudError('FUNCTIONS_RESULT_TOO_LARGE', 'cloudfunction result size exceed limit (1MB)')
    }
    return { resultJson, requestId: id }
  }

  /** Kills the worker of an invocation in mid-flight, as the platform may; false when it is not under way. */
  kill(invocationId: string): boolean {
    const at = this.running.get(invocationId)
    at?.worker.kill(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the process of the function was killed'))
    return at !== undefined
  }

  /** Hears the id of every invocation that is over, however it ended. */
  onEnd(listener: (invocationId: string) => void): void {
    this.endListeners.add(listener)
  }

  /** While a call is under way, the worker that waits for it holds no place that others need. */
  private async whileWaiting<T>(parent: Invocation | undefined, call: () => Promise<T>): Promise<T> {
    const holder = parent && this.running.get(parent.id)
    if (!holder) return await call()
    holder.worker.calls++
    holder.pool.serve()
    try {
      return await call()
    } finally {
      holder.worker.calls--
    }
  }

  private runOf(spec: FunctionSpec, event: unknown, invocation: Invocation) {
    return {
      eventJson: JSON.stringify(event) ?? '{}',
      context: {
        request_id: invocation.id,
        function_name: spec.name,
        function_version: '$LATEST',
        namespace: envId,
        memory_limit_in_mb: 256,
        time_limit_in_ms: spec.timeoutSeconds * 1000,
        environ: '',
      },
      identity: identityOf(invocation, this.tokens.issue(invocation)),
    }
  }

  private pool(spec: FunctionSpec): WorkerPool {
    const known = this.pools.get(spec.name)
    if (known) return known
    const workerFile = path.join(__dirname, 'worker.js')
    const pool = new WorkerPool(
      () => new FunctionWorker(spec, workerFile, baseEnvironment(this.adminUrl()), this.clock.offset),
    )
    this.pools.set(spec.name, pool)
    return pool
  }

  async end(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()))
  }
}
