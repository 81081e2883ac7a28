import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { identityNames } from './identity'
import type { FromWorker, ToWorker, WorkerData } from './messages'
import { loadSdkFrom } from './sdk'
import { patchDate, shiftClock } from './worker-clock'

/** Runs one function, one invocation at a time. The cloud never sends the next before the last has answered. */
const { file, clockOffset } = workerData as WorkerData
const port = parentPort
if (!port) throw new Error('this file runs as a worker of the local cloud')

shiftClock(clockOffset)
patchDate()
loadSdkFrom(path.join(__dirname, 'wx-server-sdk.js'))

// `cloud.logger()` writes here when _SCF_TCB_LOG is 1.
;(console as unknown as { __baseLog__: (content: unknown, level: string) => void }).__baseLog__ = (content, level) => {
  console.log(level, JSON.stringify(content))
}

type Handler = (event: unknown, context: Record<string, unknown>) => unknown
let handler: Handler | undefined

const load = (): Handler => {
  const loaded = createRequire(file)(file) as { main?: unknown }
  if (typeof loaded.main !== 'function') throw new Error('index.js does not export main')
  return loaded.main as Handler
}

const takeIdentity = (identity: Record<string, string>) => {
  for (const name of identityNames) delete process.env[name]
  Object.assign(process.env, identity)
}

const run = async (message: Extract<ToWorker, { type: 'run' }>): Promise<FromWorker> => {
  try {
    takeIdentity(message.identity)
    handler ??= load()
    const result = await handler(JSON.parse(message.eventJson), message.context)
    return { type: 'done', resultJson: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    const { message: text = String(error), stack = '' } = error instanceof Error ? error : { message: readable(error) }
    return { type: 'failed', message: text, stack }
  }
}

const readable = (thrown: unknown): string => {
  try {
    return typeof thrown === 'string' ? thrown : JSON.stringify(thrown)
  } catch {
    return String(thrown)
  }
}

port.on('message', (message: ToWorker) => {
  if (message.type === 'clock') shiftClock(message.offset)
  else void run(message).then((answer) => port.postMessage(answer))
})
