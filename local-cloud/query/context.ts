import { Aggregator } from 'mingo/aggregator'
import { Context, evalExpr, ProcessingMode } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import type { Options } from 'mingo/types'
import { badRequest, CloudError } from '../errors'
import { compareValues, encodeValue } from '../store/key-encoding'

type Evaluate = (obj: never, expr: never, options: Options) => unknown

const evaluate = (obj: unknown, expr: unknown, options: Options): unknown =>
  evalExpr(obj as never, expr as never, options)

/** In expressions a missing field is less than null; everything else is in BSON order, across types too. */
const compareExpressions = (a: unknown, b: unknown): number => {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined)
  return compareValues(a, b)
}

const comparison =
  (name: string, decide: (order: number) => unknown): Evaluate =>
  (obj, expr, options) => {
    if (!Array.isArray(expr) || (expr as unknown[]).length !== 2)
      throw badRequest(`Expression ${name} takes exactly 2 arguments`)
    const [left, right] = expr as unknown[]
    return decide(compareExpressions(evaluate(obj, left, options), evaluate(obj, right, options)))
  }

const size: Evaluate = (obj, expr, options) => {
  const operand = Array.isArray(expr) && (expr as unknown[]).length === 1 ? expr[0] : expr
  const value = evaluate(obj, operand, options)
  if (!Array.isArray(value)) throw badRequest('The argument to $size must be an array')
  return value.length
}

/** `$$ROOT` inside an accumulator means the item at hand. mingo hands over options that know how to say so. */
const withRoot = (options: Options, root: unknown): Options =>
  (options as unknown as { update(locals: object): Options }).update({ root })

/** Missing values are left out of $push and $addToSet of $group. */
const collected = (items: unknown, expr: unknown, options: Options): unknown[] => {
  if (!Array.isArray(items)) throw badRequest('$push and $addToSet accumulate documents only')
  return items.map((item) => evaluate(item, expr, withRoot(options, item))).filter((value) => value !== undefined)
}

const addToSet: Evaluate = (items, expr, options) => [
  ...new Map(collected(items, expr, options).map((value) => [encodeValue(value).toString('latin1'), value])).values(),
]

/** Operators of mingo that answered otherwise than MongoDB documents, in our own strict form. */
const strict = {
  expression: {
    $eq: comparison('$eq', (order) => order === 0),
    $ne: comparison('$ne', (order) => order !== 0),
    $gt: comparison('$gt', (order) => order > 0),
    $gte: comparison('$gte', (order) => order >= 0),
    $lt: comparison('$lt', (order) => order < 0),
    $lte: comparison('$lte', (order) => order <= 0),
    $cmp: comparison('$cmp', Math.sign),
    $size: size,
  },
  accumulator: { $push: collected, $addToSet: addToSet },
}

const without = <T extends object>(operators: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(operators).filter(([name]) => !names.includes(name))) as T

const context = Context.init({
  accumulator: { ...without(accumulators, ['$accumulator']), ...strict.accumulator } as never,
  expression: { ...without(expressions, ['$function']), ...strict.expression } as never,
  pipeline: stages as never,
  projection: projections as never,
  query: without(queries, ['$where', '$jsonSchema']) as never,
})

/** How mingo is to work here: our operators, no scripts, errors instead of nulls. */
export const mingoOptions = (variables?: Record<string, unknown>): Partial<Options> => ({
  context,
  scriptEnabled: false,
  failOnError: true,
  processingMode: ProcessingMode.CLONE_OFF,
  ...(variables && { variables: variables as never }),
})

/** Runs mingo and turns what it throws into the platform's error, with its words. */
export const withCodes = <T>(run: () => T): T => {
  try {
    return run()
  } catch (error) {
    if (error instanceof CloudError) throw error
    const message = error instanceof Error ? error.message : String(error)
    if (/unknown|not registered|unregistered/.test(message)) throw new CloudError('DATABASE_INVALID_OPERRATOR', message)
    throw badRequest(message)
  }
}

/** The value of an aggregation expression for one row. */
export const evaluateExpression = (row: object, expr: unknown, variables?: Record<string, unknown>): unknown =>
  withCodes(() => {
    const [result] = new Aggregator([{ $project: { _id: 0, value: [expr] } }] as never, mingoOptions(variables)).run([
      row,
    ] as never) as { value: unknown[] }[]
    return result?.value[0]
  })

/** Rows through one stage as mingo computes it. */
export const runMingoStage = (
  rows: readonly object[],
  name: string,
  value: unknown,
  variables?: Record<string, unknown>,
): Record<string, unknown>[] =>
  withCodes(() => new Aggregator([{ [name]: value }] as never, mingoOptions(variables)).run(rows as never))
