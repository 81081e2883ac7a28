import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditLock, type Lock, type LockEntry, type Manifest, mayUse, readAudit } from '../../config/audit-lib.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const read = <T>(file: string) => JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T

describe('the lock file', () => {
  it('pins everything, whole, under licences that were agreed to, and lets nothing run', () => {
    expect(auditLock(read<Lock>('package-lock.json'), read<Manifest>('package.json'))).toEqual([])
  })

  const good: LockEntry = { version: '1.2.3', integrity: `sha512-${'A'.repeat(86)}==`, license: 'MIT' }
  const found = (entry: LockEntry, manifest: Manifest = {}) =>
    auditLock({ lockfileVersion: 3, packages: { '': {}, 'node_modules/x': entry } }, manifest)

  it.each<[string, LockEntry]>([
    ['from a repository', { ...good, resolved: 'git+ssh://git@example.com/x.git#abc' }],
    ['from any address', { ...good, resolved: 'http://example.com/x.tgz' }],
    ['from a folder', { ...good, resolved: 'file:../x' }],
    ['a link', { ...good, link: true }],
    ['a range', { ...good, version: '^1.2.3' }],
    ['without a hash', { ...good, integrity: undefined }],
    ['with a hash that is none', { ...good, integrity: 'md5-AAAA' }],
    ['under a licence that asks for our sources', { ...good, license: 'AGPL-3.0' }],
    ['under no licence', { ...good, license: undefined }],
    ['that runs a script', { ...good, hasInstallScript: true }],
  ])('is not sound with a package %s', (_what, entry) => {
    expect(found(good)).toEqual([])
    expect(found(entry)).toHaveLength(1)
  })

  it('may name another machine’s binary without a hash, and a script that is refused', () => {
    expect(found({ ...good, integrity: undefined, optional: true, os: ['win32'] })).toEqual([])
    expect(found({ ...good, integrity: undefined, optional: true })).toHaveLength(1)
    expect(found({ ...good, hasInstallScript: true }, { allowScripts: { x: false } })).toEqual([])
    expect(found({ ...good, hasInstallScript: true }, { allowScripts: { x: true } })).toHaveLength(1)
    expect(found(good, { allowScripts: { x: false } })).toEqual([
      'x is named in allowScripts and has no install script',
    ])
  })

  it('says what package.json says, which pins too', () => {
    const lock: Lock = {
      lockfileVersion: 3,
      packages: { '': { dependencies: { x: '1.2.3' } }, 'node_modules/x': good },
    }
    expect(auditLock(lock, { dependencies: { x: '1.2.3' } })).toEqual([])
    expect(auditLock(lock, { dependencies: { x: '1.2.4' } })).toHaveLength(1)
    expect(auditLock(lock, {})).toHaveLength(1)
    const range: Lock = { ...lock, packages: { ...lock.packages, '': { dependencies: { x: '^1.2.3' } } } }
    expect(auditLock(range, { dependencies: { x: '^1.2.3' } })).toEqual(['x is not pinned in package.json (^1.2.3)'])
    expect(auditLock({ lockfileVersion: 2, packages: {} }, {})).toHaveLength(1)
  })
})

it('a licence is met by one of a choice, and by all that are joined', () => {
  expect(mayUse('(BSD-3-Clause OR GPL-2.0)')).toBe(true)
  expect(mayUse('Apache-2.0 AND MIT')).toBe(true)
  expect(mayUse('MIT AND GPL-3.0')).toBe(false)
  expect(mayUse('SEE LICENSE IN x')).toBe(false)
})

describe('the advisories', () => {
  it('that answer are high or critical ones, by name', () => {
    const vulnerabilities = { a: { severity: 'high' }, b: { severity: 'moderate' }, c: { severity: 'critical' } }
    expect(readAudit(JSON.stringify({ vulnerabilities }))).toEqual({
      state: 'answered',
      findings: ['a has a known weakness (high)', 'c has a known weakness (critical)'],
    })
    expect(readAudit('{"vulnerabilities":{}}')).toEqual({ state: 'answered', findings: [] })
  })

  it('that could not be asked are said to be so, and are no pass', () => {
    for (const output of [
      '',
      'not JSON',
      '{"message":"405 Method Not Allowed"}',
      'null',
      '{"error":{"code":"ENOAUDIT"}}',
    ])
      expect(readAudit(output)).toEqual({ state: 'unreachable', findings: [] })
  })
})
