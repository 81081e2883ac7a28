import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { PermissionRow } from './matrix'

const folder = path.join(import.meta.dirname, 'rows')

/** The rows of every file in rows/, one for each function: a new file is found without being listed anywhere. */
export async function allRows(): Promise<PermissionRow[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort()
  const modules = await Promise.all(
    files.map((file) => import(path.join(folder, file)) as Promise<{ rows: PermissionRow[] }>),
  )
  return modules.flatMap(({ rows }) => rows)
}
