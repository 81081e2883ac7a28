import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withLock } from '../../config/build/lock.mjs'
import type { FoundBrowser } from './browser'

const folder = path.resolve(import.meta.dirname, '../../.tmp/browser')
const complete = path.join(folder, 'complete')

/** Whether the machine has the libraries that the packaged browser links to. */
function hasItsLibraries(): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so')
  } catch {
    return false
  }
}

/** Unpacks into .tmp/browser, with the libraries that a bare machine lacks. */
async function unpack(): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const before = { ...process.env }
  // the package unpacks into the temporary folder, and its libraries only where it believes to be on the platform that lacks them
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' })
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    await packaged.executablePath()
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
  writeFileSync(complete, '')
}

/** The browser that came with the packages; the first caller unpacks it (180 MB), others wait. */
export async function unpackBrowser(): Promise<FoundBrowser> {
  await withLock('browser', async () => {
    if (!existsSync(complete)) await unpack()
  })
  const libraries = { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_PATH: path.join(folder, 'fonts') }
  return {
    executablePath: path.join(folder, 'chromium'),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: hasItsLibraries() ? {} : libraries,
  }
}
