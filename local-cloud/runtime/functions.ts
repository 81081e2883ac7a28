import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readTimer } from '../timers/cron'

export interface TimerTrigger {
  name: string
  /** Seven fields: second minute hour day month weekday year, in UTC+8. */
  config: string
}

/** A deployed function: a folder with index.js and config.json. */
export interface FunctionSpec {
  name: string
  /** Absolute path of its index.js. */
  file: string
  timeoutSeconds: number
  timers: TimerTrigger[]
}

const defaultTimeoutSeconds = 20

const readConfig = (name: string, file: string): Pick<FunctionSpec, 'timeoutSeconds' | 'timers'> => {
  if (!existsSync(file)) return { timeoutSeconds: defaultTimeoutSeconds, timers: [] }
  const config = JSON.parse(readFileSync(file, 'utf8')) as { timeout?: unknown; triggers?: unknown }
  const { timeout = defaultTimeoutSeconds, triggers = [] } = config
  if (typeof timeout !== 'number' || timeout <= 0)
    throw new Error(`function ${name}: config.json: timeout must be seconds`)
  if (!Array.isArray(triggers)) throw new Error(`function ${name}: config.json: triggers must be a list`)
  const timers = triggers.map((trigger: { name?: unknown; type?: unknown; config?: unknown }): TimerTrigger => {
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
  return { timeoutSeconds: timeout, timers }
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
  return new Map(specs.map((spec) => [spec.name, spec]))
}
