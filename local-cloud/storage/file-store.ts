import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CloudError } from '../errors'
import { envId } from '../runtime/identity'

const prefix = `cloud://${envId}.local/`

/** The id under which a file in cloud storage is known: `cloud://local-env.local/<path>`. */
export const fileIdOf = (cloudPath: string): string => `${prefix}${cloudPath}`

/** A path of the cloud: no empty, relative or hidden parts, no control characters or marks of URLs, at most 850 bytes. */
export const checkCloudPath = (cloudPath: string): string => {
  const parts = cloudPath.split('/')
  const bad = parts.some((part) => part === '' || part === '.' || part === '..')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (bad || /[\u0000-\u001f\\?#%]/.test(cloudPath) || Buffer.byteLength(cloudPath) > 850) {
    throw new CloudError('INVALID_PARAM', `not a path of cloud storage: ${cloudPath}`)
  }
  return cloudPath
}

/** The path of a file id, or undefined when it is not of this cloud. */
export const cloudPathOf = (fileId: string): string | undefined =>
  fileId.startsWith(prefix) ? checkCloudPath(fileId.slice(prefix.length)) : undefined

/** Files in a folder, reached by URLs that are signed and expire. */
export class FileStore {
  constructor(
    private readonly dir: string,
    private readonly key: Buffer,
  ) {}

  /** Where the file lies on disk. */
  locate(cloudPath: string): string {
    return path.join(this.dir, ...checkCloudPath(cloudPath).split('/'))
  }

  exists(cloudPath: string): boolean {
    return existsSync(this.locate(cloudPath))
  }

  /** Whole or not at all: written aside, then moved into place. */
  async put(cloudPath: string, content: Buffer): Promise<void> {
    const target = this.locate(cloudPath)
    const aside = path.join(this.dir, `.${randomBytes(8).toString('hex')}`)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(aside, content, { flush: true })
    await rename(aside, target)
  }

  async remove(cloudPath: string): Promise<void> {
    await rm(this.locate(cloudPath))
  }

  /** Signs a use (`put` or `get`) of a path until an instant (epoch ms). */
  sign(use: 'put' | 'get', cloudPath: string, until: number): string {
    const signature = createHmac('sha256', this.key).update(`${use}\n${cloudPath}\n${until}`).digest('hex')
    return `${until}.${signature}`
  }

  /** Whether the signature allows the use now. */
  allows(use: 'put' | 'get', cloudPath: string, signature: string, now: number): boolean {
    const until = Number(signature.split('.')[0])
    if (!Number.isSafeInteger(until) || until < now) return false
    const expected = Buffer.from(this.sign(use, cloudPath, until))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }
}
