import { unsupported } from '../errors'
import type { Value } from '../store/document'
import { isPlainObject } from '../store/document'
import { evaluator } from './expression/compile'
import { fieldCondition } from './match/conditions'
import { refuse } from './refuse'
import { isTrue } from './values'

/** A filter as it came: `{field: condition, $and: […], …}`. */
export type Filter = Record<string, Value>

/** Whether a document (or an element that is one) fulfils a filter. */
export type Matcher = (document: Value) => boolean

type Variables = Record<string, Value>

const parts = (operator: string, value: Value, variables: Variables): Matcher[] => {
  if (!Array.isArray(value)) throw refuse(2, `${operator} must be an array`)
  if (value.length === 0) throw refuse(2, '$and/$or/$nor must be a nonempty array')
  return value.map((part: Value) => {
    if (!isPlainObject(part)) throw refuse(2, '$or/$and/$nor entries need to be full objects')
    return compile(part, variables)
  })
}

const expression = (expr: Value, variables: Variables): Matcher => {
  const evaluate = evaluator(expr, new Set(Object.keys(variables)))
  return (document) => isTrue(evaluate({ root: document, variables }))
}

const term = (key: string, value: Value, variables: Variables): Matcher => {
  switch (key) {
    case '$and': {
      const all = parts(key, value, variables)
      return (document) => all.every((test) => test(document))
    }
    case '$or': {
      const any = parts(key, value, variables)
      return (document) => any.some((test) => test(document))
    }
    case '$nor': {
      const none = parts(key, value, variables)
      return (document) => !none.some((test) => test(document))
    }
    case '$expr':
      return expression(value, variables)
  }
  if (key.startsWith('$')) throw unsupported(`the query operator ${key}`)
  return fieldCondition(key, value, (filter) => compile(filter, variables))
}

const compile = (filter: Filter, variables: Variables): Matcher => {
  const terms = Object.entries(filter).map(([key, value]) => term(key, value, variables))
  return (document) => terms.every((test) => test(document))
}

/**
 * The predicate of a filter, checked whole before it runs: unknown operators are refused by name at every depth.
 * @param variables those of a $lookup's `let`, for `$expr`
 */
export const matcher = (filter: Filter, variables: Variables = {}): Matcher => compile(filter, variables)
