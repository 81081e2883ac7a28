import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, open, rename, rm, unlink } from 'node:fs/promises'
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
export const cloudPathOf = (fileId: string): string | undefined => {
  if (!fileId.startsWith(prefix)) return undefined
  try {
    return checkCloudPath(fileId.slice(prefix.length))
  } catch {
    return undefined
  }
}

/** More bytes came than a file may have. */
export class TooLarge extends Error {}

/** A name in a folder survives a power cut when the folder is on disk too. */
const syncFolder = async (dir: string): Promise<void> => {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Files in a folder, reached by URLs that are signed and expire. On disk a file is named by a hash of its path: paths of the
 * cloud are longer than the names of a disk may be, and there `a` and `a/b` can both be files.
 */
export class FileStore {
  /** Uploads under way; what a dead process left there is of no use to anyone. */
  private readonly parts: string

  constructor(
    private readonly dir: string,
    private readonly key: Buffer,
  ) {
    this.parts = path.join(dir, 'parts')
    rmSync(this.parts, { recursive: true, force: true })
  }

  /** Where the file lies on disk. */
  locate(cloudPath: string): string {
    const name = createHash('sha256').update(checkCloudPath(cloudPath)).digest('hex')
    return path.join(this.dir, name.slice(0, 2), name)
  }

  exists(cloudPath: string): boolean {
    return existsSync(this.locate(cloudPath))
  }

  /**
   * Whole or not at all: written aside, then moved into place. Resolves when it would survive a power cut; rejects with
   * TooLarge beyond `limit` bytes, and with the source's error when that ends early.
   */
  async put(cloudPath: string, content: AsyncIterable<Buffer>, limit: number): Promise<void> {
    const target = this.locate(cloudPath)
    const aside = path.join(this.parts, randomBytes(8).toString('hex'))
    await mkdir(this.parts, { recursive: true })
    await mkdir(path.dirname(target), { recursive: true })
    try {
      await this.write(aside, content, limit)
      await rename(aside, target)
    } finally {
      await rm(aside, { force: true })
    }
    await syncFolder(path.dirname(target))
  }

  private async write(file: string, content: AsyncIterable<Buffer>, limit: number): Promise<void> {
    const handle = await open(file, 'wx')
    try {
      let size = 0
      for await (const chunk of content) {
        size += chunk.length
        if (size > limit) throw new TooLarge(`larger than ${limit} bytes`)
        await handle.writeFile(chunk)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
  }

  /** False when there was none. */
  async remove(cloudPath: string): Promise<boolean> {
    try {
      await unlink(this.locate(cloudPath))
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
      throw error
    }
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
