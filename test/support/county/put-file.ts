import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TestCloud } from '../cloud'

/** Puts a file into the local cloud's storage, past the functions: what an upload through the SDK leaves on disk. */
export function putFile({ dataDir }: Pick<TestCloud, 'dataDir'>, cloudPath: string, content: string): void {
  const name = createHash('sha256').update(cloudPath).digest('hex')
  const folder = path.join(dataDir, 'files', name.slice(0, 2))
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), content)
}
