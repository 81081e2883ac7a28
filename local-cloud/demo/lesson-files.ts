import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { lessons } from '../../content'
import { fileIdOf } from '../storage/file-store'

/** The drawings, sound and film of the lessons in content/. */
export interface LessonFiles {
  /** A drawing as SVG text; null when there is no such file. */
  picture(name: string): string | null
  /** Where a file of sound or film stands in the cloud's storage, and its size; null when there is no such file. */
  media(name: string): { fileId: string; bytes: number } | null
}

/** Where a lesson's sound or film stands in the cloud's storage. */
const cloudPathOf = (name: string): string => `lessons/${name}`

/** Those of a folder laid out like content/: read when the demo county is made, not built into the code. */
export const contentFiles = (folder: string): LessonFiles => ({
  picture(name) {
    const file = path.join(folder, 'pictures', name)
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  },
  media(name) {
    const file = path.join(folder, 'media', name)
    return existsSync(file) ? { fileId: fileIdOf(cloudPathOf(name)), bytes: statSync(file).size } : null
  },
})

/** What is to be uploaded: the files of sound and film that the lessons name and that are there. */
export function mediaUploads(folder: string): { file: string; cloudPath: string }[] {
  const names = lessons.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'audio' || block.type === 'video' ? [block.file] : [])),
  )
  return names
    .map((name) => ({ file: path.join(folder, 'media', name), cloudPath: cloudPathOf(name) }))
    .filter(({ file }) => existsSync(file))
}
