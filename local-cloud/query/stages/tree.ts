import type { Value } from '../../store/document'
import { isPlainObject } from '../../store/document'
import type { Env, Evaluate } from '../expression/types'
import { splitPath } from '../limits'
import { refuse } from '../refuse'
import { hasField } from '../values'

/** What is done with one field. `transform` changes the value in place; undefined leaves the field out. */
export type Leaf =
  | { kind: 'keep' }
  | { kind: 'drop' }
  | { kind: 'compute'; evaluate: Evaluate }
  | { kind: 'transform'; apply: (value: Value) => Value }

/** The fields of a specification as a tree of paths. */
export interface Branch {
  fields: Map<string, Leaf | Branch>
  /** Whether anything below is computed: then documents are made where there are none. */
  computes: boolean
}

export const newBranch = (): Branch => ({ fields: new Map(), computes: false })

const isBranch = (node: Leaf | Branch): node is Branch => 'fields' in node

const checkName = (part: string, path: string) => {
  if (part === '') throw refuse(40352, `FieldPath cannot be constructed with an empty part: '${path}'`)
  if (part.startsWith('$')) throw refuse(16410, `FieldPath field names may not start with '$': '${path}'`)
}

/** Puts a leaf at a dotted path; a path that is another's beginning is refused. */
export const plant = (root: Branch, path: string, leaf: Leaf): void => {
  const parts = splitPath(path)
  let branch = root
  for (const [i, part] of parts.entries()) {
    checkName(part, path)
    branch.computes ||= leaf.kind === 'compute'
    const known = branch.fields.get(part)
    const last = i === parts.length - 1
    if (known && (last || !isBranch(known))) throw refuse(31250, `Path collision at ${path}`)
    if (last) branch.fields.set(part, leaf)
    else {
      const next = (known as Branch | undefined) ?? newBranch()
      branch.fields.set(part, next)
      branch = next
    }
  }
}

/** How fields that the tree does not name are treated. */
export type Rest = 'kept' | 'dropped'

const computed = (branch: Branch, env: Env): Record<string, Value> => {
  const entries: [string, Value][] = []
  for (const [key, node] of branch.fields) {
    const value = isBranch(node)
      ? node.computes
        ? computed(node, env)
        : undefined
      : node.kind === 'compute'
        ? node.evaluate(env)
        : undefined
    if (value !== undefined) entries.push([key, value])
  }
  return Object.fromEntries(entries)
}

/** A value where the tree goes on: a document, a list of them, or what must become (or is no) document. */
const below = (branch: Branch, value: Value, rest: Rest, env: Env): Value => {
  if (isPlainObject(value)) return applyTree(branch, value, rest, env)
  if (Array.isArray(value)) {
    return value.map((item: Value) => below(branch, item, rest, env)).filter((item) => item !== undefined)
  }
  if (branch.computes) return computed(branch, env)
  return rest === 'kept' ? value : undefined
}

/**
 * A document as the tree makes it. Fields keep the document's order; computed ones follow in the specification's, except
 * where the rest is kept: there a computed field takes the place of the one that it replaces.
 */
export const applyTree = (
  branch: Branch,
  document: Record<string, Value>,
  rest: Rest,
  env: Env,
): Record<string, Value> => {
  const entries: [string, Value][] = []
  const put = (key: string, value: Value) => {
    if (value !== undefined) entries.push([key, value])
  }
  for (const [key, value] of Object.entries(document)) {
    const node = branch.fields.get(key)
    if (!node) {
      if (rest === 'kept') put(key, value)
    } else if (isBranch(node)) put(key, below(node, value, rest, env))
    else if (node.kind === 'keep') put(key, value)
    else if (node.kind === 'transform') put(key, node.apply(value))
    else if (node.kind === 'compute' && rest === 'kept') put(key, node.evaluate(env))
  }
  for (const [key, node] of branch.fields) {
    const present = hasField(document, key)
    if (isBranch(node)) {
      if (!present && node.computes) put(key, computed(node, env))
    } else if (node.kind === 'compute' && (rest === 'dropped' || !present)) put(key, node.evaluate(env))
  }
  return Object.fromEntries(entries)
}
