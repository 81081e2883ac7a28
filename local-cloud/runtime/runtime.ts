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
  /** For a nested call: the call from outside that it belongs to. */
  rootId?: string
}

/** Bytes of what a function may answer with. */
const maxResultBytes = 1024 * 1024

/** Runs the functions in worker threads, on behalf of whoever calls. */
export class FunctionRuntime {
  private readonly pools = new Map<string, WorkerPool>()

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
      throw new CloudError('FUNCTIONS_REQUEST_FAIL', `FunctionName parameter could not be found: ${call.functionName}`)
    const id = randomUUID()
    const invocation: Invocation = {
      id,
      rootId: call.rootId ?? id,
      functionName: spec.name,
      openid: call.openid,
      source: call.source,
    }
    const resultJson = await this.pool(spec).use((worker) =>
      worker.run({
        eventJson: JSON.stringify(call.event) ?? '{}',
        context: {
          request_id: id,
          function_name: spec.name,
          function_version: '$LATEST',
          namespace: envId,
          memory_limit_in_mb: 256,
          time_limit_in_ms: spec.timeoutSeconds * 1000,
          environ: '',
        },
        identity: identityOf(invocation, this.tokens.issue(invocation)),
      }),
    )
    if (Buffer.byteLength(resultJson) > maxResultBytes) {
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the answer of the function is larger than 1 MB')
    }
    return { resultJson, requestId: id }
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
