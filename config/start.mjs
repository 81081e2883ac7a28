// npm start [-- --reset | --backup <folder> | --compact]: builds what is stale and runs the whole system on this machine, in this terminal.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { dist, root } from './build/paths.mjs'

/** Resolves when the port can be listened on; says what to do when it cannot. */
function needFreePort(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', ({ code }) => {
      const why = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${code})`
      reject(new Error(`Port ${port} ${why}. Choose another one: PORT=${port + 1} npm start`))
    })
    probe.listen(port, '127.0.0.1', () => probe.close(resolve))
  })
}

function run() {
  const child = spawn(process.execPath, [path.join(dist, 'local-cloud/main.js'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  // Ctrl-C reaches the child by itself where both share a terminal; staying alive lets it close its database first
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  process.on('SIGHUP', () => child.kill('SIGHUP'))
  // SIGKILL is how it ends when it cannot go on, e.g. on a full disk
  child.on('exit', (code, signal) => process.exit(signal && signal !== 'SIGKILL' ? 0 : (code ?? 1)))
}

try {
  const port = Number(process.env.PORT ?? 8080)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${process.env.PORT}"; it must be a number from 0 to 65535.`)
  // --backup and --compact work on the data folder and listen nowhere
  const isCommand = process.argv.includes('--backup') || process.argv.includes('--compact')
  if (port !== 0 && !isCommand) await needFreePort(port)
  const { build } = await import('./build-lib.mjs').catch((error) => {
    throw error.code === 'ERR_MODULE_NOT_FOUND' ? new Error('Packages are missing. Run: npm ci') : error
  })
  await build(isCommand ? ['local-cloud'] : ['functions', 'local-cloud', 'h5'], console.log)
  run()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
