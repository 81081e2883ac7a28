import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FoundBrowser } from './browser'

/** Whether the machine has the libraries that the packaged browser links to. */
function hasItsLibraries(): boolean {
  try {
    return execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }).includes('libnss3.so')
  } catch {
    return false
  }
}

/** Unpacks the browser that came with the packages into the temporary folder, and the libraries that a bare machine lacks. */
export async function unpackBrowser(): Promise<FoundBrowser> {
  const lacking = !hasItsLibraries()
  const before = { ...process.env }
  // the package unpacks its libraries only where it believes to be on the platform that lacks them
  if (lacking) process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  packaged.setGraphicsMode = false
  const executablePath = await packaged.executablePath()
  for (const name of ['AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
    if (before[name] === undefined) delete process.env[name]
    else process.env[name] = before[name]
  }
  return {
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: lacking
      ? { LD_LIBRARY_PATH: path.join(tmpdir(), 'al2023/lib'), FONTCONFIG_PATH: path.join(tmpdir(), 'fonts') }
      : {},
  }
}
