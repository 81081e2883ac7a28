// What can be said of the dependencies without a network: the lock file pins each of them, whole, and nothing runs when they are installed.

/** Licences under which a dependency may be used here: none asks for our sources. MPL-2.0 binds its own files only, OFL-1.1 a font, CC-BY-4.0 data. */
const allowedLicences = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Python-2.0'],
  ...['CC0-1.0', 'Unlicense', 'MPL-2.0', 'OFL-1.1', 'CC-BY-4.0'],
])

/** Packages whose description names no licence in the present form, and what was found in them instead. */
const licencesFound = {
  busboy: 'MIT in its LICENSE',
  streamsearch: 'MIT in its LICENSE',
  'string.fromcodepoint': 'MIT in its LICENSE-MIT.txt',
  '@cloudbase/signature-nodejs': 'none; part of the platform’s own SDK, and in no bundle of ours',
  '@cloudbase/wx-cloud-client-sdk': 'none; part of the platform’s own SDK, and in no bundle of ours',
}

const nameOf = (place) => place.split('node_modules/').pop()
const exact = /^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.]+)?$/

/** Whether an SPDX expression can be met by allowed licences: one of those joined by OR, all of those joined by AND. */
export const mayUse = (expression) =>
  expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowedLicences.has(licence)))

/** A binary for another kind of machine: named, so that a fresh clone installs there, but never fetched here, so that its hash is unknown. */
const isForeignBinary = ({ optional, os, cpu }) => optional === true && (os !== undefined || cpu !== undefined)

function problemsOf(place, entry, scripts) {
  const { version = '', resolved = '', integrity, license, link, hasInstallScript } = entry
  const problems = []
  if (link || /^(git|https?:\/\/(?!registry\.)|file:)/.test(resolved) || !exact.test(version))
    problems.push(`is no exact version from a registry (${version || resolved})`)
  if (integrity === undefined ? !isForeignBinary(entry) : !/^sha(512|384|256|1)-[\w+/]+=*$/.test(integrity))
    problems.push('has no integrity hash')
  if (license === undefined ? !(nameOf(place) in licencesFound) : !mayUse(license))
    problems.push(`has a licence that was not agreed to (${license ?? 'none'})`)
  if (hasInstallScript && scripts[nameOf(place)] !== false)
    problems.push('wants to run a script when it is installed, and is not named in allowScripts as refused')
  return problems.map((problem) => `${place} ${problem}`)
}

/**
 * Everything that is wrong with a lock file and the package.json beside it, in sentences; empty when nothing is.
 * @param {object} lock package-lock.json, version 3
 * @param {object} manifest package.json
 */
export function auditLock(lock, manifest) {
  if (lock.lockfileVersion !== 3) return [`the lock file has version ${lock.lockfileVersion}, not 3`]
  const { '': root = {}, ...packages } = lock.packages
  const scripts = manifest.allowScripts ?? {}
  const direct = ['dependencies', 'devDependencies'].flatMap((kind) => {
    const [wanted, locked] = [manifest[kind] ?? {}, root[kind] ?? {}]
    const names = [...new Set([...Object.keys(wanted), ...Object.keys(locked)])]
    return names.flatMap((name) => [
      ...(wanted[name] === locked[name]
        ? []
        : [`${name} is ${wanted[name]} in package.json and ${locked[name]} in the lock file`]),
      ...(wanted[name] === undefined || exact.test(wanted[name])
        ? []
        : [`${name} is not pinned in package.json (${wanted[name]})`]),
    ])
  })
  const running = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  const needless = Object.keys(scripts).filter((name) => !running.some(([place]) => nameOf(place) === name))
  return [
    ...direct,
    ...Object.entries(packages).flatMap(([place, entry]) => problemsOf(place, entry, scripts)),
    ...needless.map((name) => `${name} is named in allowScripts and has no install script`),
  ]
}

/**
 * What `npm audit --json` says: `unreachable` when no advisory service answered, else the findings that are high or worse.
 * @param {string} output
 */
export function readAudit(output) {
  let report
  try {
    report = JSON.parse(output)
  } catch {
    return { state: 'unreachable', findings: [] }
  }
  if (report?.vulnerabilities === undefined) return { state: 'unreachable', findings: [] }
  const findings = Object.entries(report.vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity }]) => `${name} has a known weakness (${severity})`)
  return { state: 'answered', findings }
}
