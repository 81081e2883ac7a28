import path from 'node:path'
import { type ChaosOptions, chaosFromText } from './chaos/options'
import { type DemoSize, demoSizes } from './demo/sizes'

/** Where the cloud listens and finds its things. Paths are absolute. */
export interface Settings {
  /** 0 asks for a free port. */
  port: number
  dataDir: string
  functionsDir: string
  databaseFile: string
  webDir: string
  /** Drawings, sound and film of the demo's lessons. */
  contentDir: string
  /** Which demo county is made in an empty folder; null: none. */
  demo: DemoSize | null
  reset: boolean
  /** What is made to go wrong from the start. */
  chaos: ChaosOptions | null
}

const readDemo = (asked = 'default'): DemoSize | null => {
  if (asked === 'none') return null
  const size = demoSizes.find((one) => one === asked)
  if (!size) throw new Error(`DEMO must be "none" or one of ${demoSizes.join(', ')}, not ${asked}`)
  return size
}

/** Reads the settings from the environment and the command line; throws a sentence for a person when one is wrong. */
export const readSettings = (env: NodeJS.ProcessEnv, argv: readonly string[]): Settings => {
  const port = Number(env.PORT ?? '8080')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not ${env.PORT}`)
  return {
    port,
    dataDir: path.resolve(env.DATA_DIR ?? '.data'),
    functionsDir: path.resolve(env.FUNCTIONS_DIR ?? 'dist/cloudfunctions'),
    databaseFile: path.resolve(env.DATABASE_FILE ?? 'dist/database.json'),
    webDir: path.resolve(env.WEB_DIR ?? 'dist/h5'),
    contentDir: path.resolve(env.CONTENT_DIR ?? 'content'),
    demo: readDemo(env.DEMO),
    reset: argv.includes('--reset'),
    chaos: chaosFromText(env.CHAOS),
  }
}
