import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'

const root = path.resolve(import.meta.dirname, '../..')

export interface StartOptions {
  /** Default: the built functions. */
  functionsDir?: string
  databaseFile?: string
  /** With the small demo county; default without. */
  demo?: boolean
  /** Default: a temporary folder, removed by `stop`. */
  dataDir?: string
  /** Further environment variables, e.g. WEB_DIR or LOG. */
  env?: Record<string, string>
  args?: string[]
  /** No file may grow beyond this many KB, which to the database is a full disk. */
  fileLimit?: number
}

/** What a call gave: the HTTP status, the whole answer, the function's result and how many database requests it took. */
export interface CallAnswer<T = unknown> {
  status: number
  body: Record<string, unknown>
  result: T
  databaseRequests: number
}

/** A running local cloud, and the means to use it from outside. */
export interface TestCloud {
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** What it has written to stderr. */
  log(): string
  login(persona: string): Promise<string>
  /** Plays any openid. */
  loginAs(openid: string): Promise<string>
  call<T = unknown>(fn: string, action: string, input: unknown, token: string): Promise<CallAnswer<T>>
  /** Sends any event to a function. */
  callRaw<T = unknown>(fn: string, event: unknown, token?: string): Promise<CallAnswer<T>>
  /** Fires the function's timer; its result. */
  timer<T = unknown>(fn: string): Promise<T>
  /** Sets the functions' clock; null goes back to the machine's. */
  clock(now: number | null): Promise<void>
  /** Puts documents in place, past the functions. */
  put(collection: string, documents: readonly object[]): Promise<void>
  /** Every document of a collection, past the functions. */
  all<T = Record<string, unknown>>(collection: string): Promise<T[]>
  outbox(): Promise<Record<string, unknown>[]>
  /**
   * Makes things go wrong on purpose: probabilities by kind, and a seed (docs/local-cloud.md); null ends it. It begins with
   * counts of its own.
   */
  chaos(options: Record<string, number> | null): Promise<void>
  /** How often each kind was done since `chaos`. */
  chaosDone(): Promise<Record<string, number>>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  /** Ends the process at once, as a power cut would (SIGKILL). */
  kill(): Promise<void>
  /** Ends the process cleanly and removes a temporary data folder. */
  stop(): Promise<void>
  /** Starts a process on the same data, ending a running one cleanly; the URL changes. */
  restart(): Promise<void>
}

interface Running {
  child: ChildProcess
  url: string
  log: string[]
}

const launch = async (options: StartOptions, dataDir: string): Promise<Running> => {
  const main = [process.execPath, path.join(root, 'dist/local-cloud/main.js'), ...(options.args ?? [])] as const
  const [command, ...args] = options.fileLimit
    ? (['bash', '-c', `ulimit -f ${options.fileLimit}; exec "$@"`, 'bash', ...main] as const)
    : main
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      DATA_DIR: dataDir,
      FUNCTIONS_DIR: options.functionsDir ?? path.join(root, 'dist/cloudfunctions'),
      DATABASE_FILE: options.databaseFile ?? path.join(root, 'dist/database.json'),
      DEMO: options.demo ? 'small' : 'none',
      ...options.env,
    },
  })
  const log: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => log.push(chunk.toString('utf8')))
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  const url = await new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const ready = /^ready (http:\S+)$/.exec(line)
      if (ready?.[1]) resolve(ready[1])
    })
    child.once('exit', (code) =>
      reject(new Error(`the local cloud ended (${code}) before it was ready:\n${log.join('')}`)),
    )
  })
  return { child, url, log }
}

const end = async ({ child }: Running, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

/** Starts a local cloud on a free port with data of its own. Needs the builds. Rejects with its log when it does not start. */
export const startCloud = async (options: StartOptions = {}): Promise<TestCloud> => {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'local-cloud-'))
  let running = await launch(options, dataDir)

  const send = (target: string, init: RequestInit) => fetch(`${running.url}${target}`, init)
  const get = (target: string, headers: Record<string, string> = {}) => send(target, { headers })
  const post = (target: string, body: unknown, headers: Record<string, string> = {}) =>
    send(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const json = async <T>(response: Response): Promise<T> => {
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`)
    return JSON.parse(text) as T
  }
  const admin = { 'x-local-admin': '1' }
  const login = async (body: object) => (await json<{ token: string }>(await post('/local/login', body))).token

  const callRaw = async <T>(fn: string, event: unknown, token?: string): Promise<CallAnswer<T>> => {
    const response = await post(`/call/${fn}`, event, token === undefined ? {} : { authorization: `Bearer ${token}` })
    const body = (await response.json()) as Record<string, unknown>
    const databaseRequests = Number(response.headers.get('x-local-database-requests') ?? 0)
    return { status: response.status, body, result: body.result as T, databaseRequests }
  }

  return {
    get url() {
      return running.url
    },
    dataDir,
    get pid() {
      return running.child.pid ?? 0
    },
    log: () => running.log.join(''),
    login: (persona) => login({ persona }),
    loginAs: (openid) => login({ openid }),
    call: <T>(fn: string, action: string, input: unknown, token: string) => callRaw<T>(fn, { action, input }, token),
    callRaw,
    timer: async <T>(fn: string) => await json<T>(await post(`/local/timer/${fn}`, {})),
    clock: async (now) => void (await json(await post('/local/clock', { now }))),
    put: async (collection, documents) =>
      void (await json(await post('/local/documents', { collection, documents }, admin))),
    all: async <T>(collection: string) =>
      await json<T[]>(await get(`/local/documents?collection=${collection}`, admin)),
    outbox: async () => (await json<{ messages: Record<string, unknown>[] }>(await get('/local/outbox'))).messages,
    chaos: async (options) => void (await json(await post('/local/chaos', options ?? {}, admin))),
    chaosDone: async () => (await json<{ done: Record<string, number> }>(await get('/local/chaos', admin))).done,
    get,
    post,
    kill: () => end(running, 'SIGKILL'),
    stop: async () => {
      await end(running, 'SIGTERM')
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
    },
    restart: async () => {
      await end(running, 'SIGTERM')
      running = await launch(options, dataDir)
    },
  }
}
