import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readTimer } from '../timers/cron'

export interface TimerTrigger {
  name: string
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  config: string
}

/** A kind of message that the platform pushes to a function. On the platform it is set in the console. */
export interface PushedMessage {
  msgType: string
  event: string
}

/** A deployed function: a folder with index.js and config.json. */
export interface FunctionSpec {
  name: string
  /** Absolute path of its index.js. */
  file: string
  timeoutSeconds: number
  timers: TimerTrigger[]
  /** Open APIs that it may call: permissions.openapi. */
  openApis: readonly string[]
  messagePush: readonly PushedMessage[]
}

/** The platform's own default: a function that is not given a time has three seconds. */
const defaultTimeoutSeconds = 3
const longestTimeoutSeconds = 900

type Config = Omit<FunctionSpec, 'name' | 'file'>

/** The file as written; a sentence for a person when it is no JSON object. */
const parseConfig = (name: string, file: string): Record<string, unknown> => {
  if (!existsSync(file)) return {}
  try {
    const config: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof config === 'object' && config !== null && !Array.isArray(config))
      return config as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new Error(`function ${name}: config.json is not a JSON object`)
}

const readOpenApis = (name: string, permissions: unknown): string[] => {
  const { openapi = [] } = (permissions ?? {}) as { openapi?: unknown }
  if (!Array.isArray(openapi) || !openapi.every((api) => typeof api === 'string'))
    throw new Error(`function ${name}: config.json: permissions.openapi must be a list of names`)
  return openapi as string[]
}

const readMessagePush = (name: string, pushes: unknown): PushedMessage[] => {
  const good = (push: Partial<PushedMessage> | null) =>
    typeof push?.msgType === 'string' && typeof push.event === 'string'
  if (!Array.isArray(pushes) || !pushes.every(good))
    throw new Error(`function ${name}: config.json: messagePush must be a list of {msgType, event}`)
  return pushes as PushedMessage[]
}

const readConfig = (name: string, file: string): Config => {
  const config = parseConfig(name, file)
  const { timeout = defaultTimeoutSeconds, triggers = [], permissions, messagePush = [] } = config
  if (typeof timeout !== 'number' || !(timeout > 0 && timeout <= longestTimeoutSeconds))
    throw new Error(`function ${name}: config.json: timeout must be seconds, ${longestTimeoutSeconds} at most`)
  if (!Array.isArray(triggers)) throw new Error(`function ${name}: config.json: triggers must be a list`)
  const timers = triggers.map((given: { name?: unknown; type?: unknown; config?: unknown } | null): TimerTrigger => {
    const trigger = given ?? {}
    if (typeof trigger.name !== 'string' || typeof trigger.config !== 'string' || trigger.type !== 'timer') {
      throw new Error(`function ${name}: config.json: a trigger is {name, type: "timer", config}`)
    }
    if (!/^[A-Za-z][\w-]{0,59}$/.test(trigger.name))
      throw new Error(
        `function ${name}: config.json: a trigger's name begins with a letter, then letters, digits, - and _`,
      )
    try {
      readTimer(trigger.config)
    } catch (error) {
      throw new Error(`function ${name}: config.json: ${(error as Error).message}`)
    }
    return { name: trigger.name, config: trigger.config }
  })
  // The platform takes one timer per function.
  if (timers.length > 1) throw new Error(`function ${name}: config.json: more than one timer`)
  return {
    timeoutSeconds: timeout,
    timers,
    openApis: readOpenApis(name, permissions),
    messagePush: readMessagePush(name, messagePush),
  }
}

/** The platform pushes a kind of message to one function. */
const checkPushes = (specs: readonly FunctionSpec[]): void => {
  const kinds = specs.flatMap(({ messagePush }) => messagePush.map(({ msgType, event }) => `${msgType} ${event}`))
  const twice = kinds.find((kind, i) => kinds.indexOf(kind) < i)
  if (twice !== undefined) throw new Error(`more than one function declares messagePush for ${twice}`)
}

/** All functions of a folder, by name. Throws a sentence for a person when there is none. */
export const readFunctions = (dir: string): ReadonlyMap<string, FunctionSpec> => {
  if (!existsSync(dir)) throw new Error(`no functions at ${dir}: build them first`)
  const specs = readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(dir, entry.name, 'index.js')))
    .map((entry): FunctionSpec => {
      const folder = path.join(dir, entry.name)
      return {
        name: entry.name,
        file: path.join(folder, 'index.js'),
        ...readConfig(entry.name, path.join(folder, 'config.json')),
      }
    })
  if (specs.length === 0) throw new Error(`no functions at ${dir}: build them first`)
  checkPushes(specs)
  return new Map(specs.map((spec) => [spec.name, spec]))
}
