export interface LockEntry {
  version?: string
  resolved?: string
  integrity?: string
  license?: string
  link?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  hasInstallScript?: boolean
  [more: string]: unknown
}
export interface Lock {
  lockfileVersion: number
  packages: Record<string, LockEntry>
}
export interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  allowScripts?: Record<string, boolean>
}
export function mayUse(expression: string): boolean
export function auditLock(lock: Lock, manifest: Manifest): string[]
export function readAudit(output: string): { state: 'answered' | 'unreachable'; findings: string[] }
