import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../errors'
import { log } from '../log'
import type { FunctionSpec } from './functions'
import type { FromWorker, ToWorker, WorkerData } from './messages'

/** What the platform gives a function by default. */
const memoryMb = 256

type Run = Omit<Extract<ToWorker, { type: 'run' }>, 'type'>

/** A worker thread that holds one function: warm between invocations, ended by a time-out or a crash. */
export class FunctionWorker {
  private readonly worker: Worker
  private settle: ((outcome: { resultJson: string } | { error: CloudError }) => void) | undefined
  private ended = false
  /** Calls of other functions that its invocation waits for at the moment. */
  calls = 0
  /** The thread runs, or has ended. Starting it is the machine's time, not the function's. */
  private readonly begun: Promise<unknown>

  constructor(
    private readonly spec: FunctionSpec,
    workerFile: string,
    env: Record<string, string>,
    clockOffset: number,
  ) {
    this.worker = new Worker(workerFile, {
      env,
      workerData: { file: spec.file, clockOffset } satisfies WorkerData,
      // stdout belongs to the ready line; what functions print goes to the log.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    createInterface({ input: this.worker.stdout }).on('line', (line) => log.debug(`[${spec.name}] ${line}`))
    createInterface({ input: this.worker.stderr }).on('line', (line) => log.info(`[${spec.name}] ${line}`))
    this.worker.on('message', (answer: FromWorker) => {
      if (answer.type === 'done') this.settle?.({ resultJson: answer.resultJson })
      else {
        log.warn(`[${spec.name}] failed: ${answer.stack || answer.message}`)
        this.settle?.({ error: new CloudError('FUNCTIONS_EXECUTE_FAIL', answer.message) })
      }
    })
    this.worker.on('error', (error) => {
      log.error(`[${spec.name}] ended by ${error.stack ?? error.message}`)
      this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', error.message))
    })
    this.begun = new Promise((resolve) => {
      this.worker.once('online', resolve)
      this.worker.once('exit', resolve)
    })
    this.worker.on('exit', () => this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the function ended its process')))
  }

  /** Still able to take an invocation. */
  get alive(): boolean {
    return !this.ended
  }

  private fail(error: CloudError): void {
    this.ended = true
    this.settle?.({ error })
  }

  /** Ends the thread at once, wherever it is; an invocation under way fails with the error. */
  kill(error: CloudError): void {
    this.fail(error)
    void this.worker.terminate()
  }

  /** One invocation; the result as JSON. A time-out ends the worker. */
  async run(run: Run): Promise<string> {
    await this.begun
    if (this.ended) throw new CloudError('FUNCTIONS_EXECUTE_FAIL', 'the function could not be started')
    const outcome = await new Promise<{ resultJson: string } | { error: CloudError }>((resolve) => {
      const timer = setTimeout(() => {
        const words = `Invoking task timed out after ${this.spec.timeoutSeconds} seconds`
        this.kill(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', words))
      }, this.spec.timeoutSeconds * 1000)
      this.settle = (value) => {
        clearTimeout(timer)
        this.settle = undefined
        resolve(value)
      }
      this.worker.postMessage({ type: 'run', ...run } satisfies ToWorker)
    })
    if ('error' in outcome) throw outcome.error
    return outcome.resultJson
  }

  shiftClock(offset: number): void {
    this.worker.postMessage({ type: 'clock', offset } satisfies ToWorker)
  }

  async end(): Promise<void> {
    this.ended = true
    await this.worker.terminate()
  }
}
