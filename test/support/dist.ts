import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')
export const dist = path.join(root, 'dist')
export const KB = 1024

/** Paths of all files below a folder of dist/, relative to that folder. */
export function filesOf(folder: string): string[] {
  const base = path.join(dist, folder)
  return readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(path.join(base, file)).isFile(),
  )
}

export const readText = (...parts: string[]): string => readFileSync(path.join(dist, ...parts), 'utf8')
export const readJson = (...parts: string[]): unknown => JSON.parse(readText(...parts))
export const sizeOf = (...parts: string[]): number => statSync(path.join(dist, ...parts)).size
