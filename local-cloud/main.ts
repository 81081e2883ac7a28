import { openCloud } from './cloud'
import { readCommand, runCommand } from './commands'
import { prepareDemo } from './first-run'
import { log } from './log'
import { readSettings } from './settings'
import { diskError } from './store/writer'

/**
 * Ends the process at once. `process.exit` waits for the threads of the pool, and LMDB's writer may wait there for this one: with a
 * write under way neither would ever end. A lock that is left behind is a dead one's, and in nobody's way.
 */
const endNow = (): void => void process.kill(process.pid, 'SIGKILL')

/** Starts the local cloud; see docs/local-cloud.md for the environment variables. */
const main = async (): Promise<void> => {
  // Functions run in UTC, as on the platform.
  process.env.TZ = 'UTC'
  const settings = readSettings(process.env, process.argv.slice(2))
  const command = readCommand(process.argv.slice(2))
  if (command) return await runCommand(command, settings.dataDir)
  const cloud = await openCloud(settings)
  let closing = false
  const close = (code: number) => {
    if (closing) return
    closing = true
    cloud.close().then(() => process.exit(code), endNow)
  }
  let diskFailed = false
  const fail = (error: unknown) => {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    endNow()
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', async (error) => {
    const refused = await diskError(error)
    if (!refused) return fail(error)
    if (diskFailed) return
    diskFailed = true
    log.error(`${settings.dataDir}: ${refused.message}. Make room and start again: what was acknowledged is safe.`)
    // Going on would only refuse more; the answers that say so still get out.
    setTimeout(endNow, 200)
  })
  process.on('SIGTERM', () => close(0))
  process.on('SIGINT', () => close(0))
  try {
    const url = await cloud.start()
    if (settings.demo) await prepareDemo(cloud, settings.contentDir, settings.demo)
    cloud.timers.start()
    process.stdout.write(`ready ${url}\n`)
  } catch (error) {
    await cloud.close()
    throw error
  }
}

main().catch((error: NodeJS.ErrnoException) => {
  const message =
    error.code === 'EADDRINUSE' ? 'the port is taken: set PORT to another, or 0 for a free one' : error.message
  log.error(message)
  log.debug(error.stack ?? '')
  process.exit(1)
})
