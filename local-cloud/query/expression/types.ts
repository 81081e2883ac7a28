import type { Value } from '../../store/document'

export type Variables = Readonly<Record<string, Value>>

/** What an expression is computed from: the document at hand, and the variables of `$let`, `$map`, a $lookup … */
export interface Env {
  readonly root: Value
  readonly variables: Variables
}

/** A compiled expression. Missing comes out as undefined. */
export type Evaluate = (env: Env) => Value

export type Names = ReadonlySet<string>

/** Compiles an expression in which these variables are known. */
export type Compile = (expr: Value, names: Names) => Evaluate

/** How an operator is compiled: from its operand as written. */
export type Operator = (operand: Value, names: Names, compile: Compile) => Evaluate

export type Operators = Readonly<Record<string, Operator>>
