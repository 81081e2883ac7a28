import { nameOf } from '../../support/contracts'
import { expected, type PermissionRow, type RoleKey, relations, roleKeys, roles, targetsOf } from './matrix'

/** What one role may do by one row, in a word or two. */
function cell(row: PermissionRow, role: RoleKey): string {
  const good = row.outcome ?? 'ok'
  const targets = targetsOf(row, role)
  const allowed = targets
    .filter(({ relation }) => expected(row, role, relation) === good)
    .map(({ relation }) => relation)
  if (allowed.length === 0) return '–'
  if (row.self) return 'yes'
  return relations.filter((relation) => allowed.includes(relation)).join(', ')
}

/** The table of permissions as docs/permissions.md has it. */
export function permissionTable(rows: readonly PermissionRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const answers = (row: PermissionRow) => {
    const codes = roleKeys
      .filter((role) => role !== 'unbound')
      .flatMap((role) => targetsOf(row, role).map(({ relation }) => expected(row, role, relation)))
    const refusals = [...new Set(codes)].filter((code) => code !== (row.outcome ?? 'ok'))
    if (!row.allowed.unbound && row.unbound) refusals.push(`not bound: ${row.unbound}`)
    return refusals.join('; ')
  }
  return [
    line(['action', 'asked for', ...roleKeys.map((role) => roles[role].title), 'the others get']),
    line(Array.from({ length: roleKeys.length + 3 }, () => '---')),
    ...rows.map((row) =>
      line([`\`${nameOf(row.contract)}\``, row.about, ...roleKeys.map((role) => cell(row, role)), answers(row)]),
    ),
  ].join('\n')
}

const begin = '<!-- permissions: written by the test -->'
const end = '<!-- end of permissions -->'

/** A document with the table between its two marks replaced. Throws when the marks are missing. */
export function withTable(document: string, table: string): string {
  const [head, rest] = document.split(begin)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined) throw new Error(`the document has no ${begin} … ${end}`)
  return `${head}${begin}\n${table}\n${end}${tail}`
}
