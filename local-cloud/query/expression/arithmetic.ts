import { refuse } from '../refuse'
import { isMissingOrNull, typeName } from '../values'
import { operator, variadic } from './arguments'
import { dateAt } from './calendar'
import { roundAt } from './rounding'
import type { Operators } from './types'

/** An operator on one number; null and missing give null. */
const onNumber = (name: string, apply: (value: number) => number) =>
  operator(name, 1, 1, (value) => {
    if (isMissingOrNull(value)) return null
    if (typeof value !== 'number') {
      throw refuse(28765, `${name} only supports numeric types, not ${typeName(value)}`)
    }
    return apply(value)
  })

const add = variadic((values) => {
  let sum = 0
  let date = false
  for (const value of values) {
    if (isMissingOrNull(value)) return null
    if (value instanceof Date) {
      if (date) throw refuse(16612, 'only one date allowed in an $add expression')
      date = true
      sum += value.getTime()
    } else if (typeof value === 'number') sum += value
    else throw refuse(16554, `$add only supports numeric or date types, not ${typeName(value)}`)
  }
  return date ? dateAt(Math.round(sum)) : sum
})

const multiply = variadic((values) => {
  let product = 1
  for (const value of values) {
    if (isMissingOrNull(value)) return null
    if (typeof value !== 'number') throw refuse(16555, `$multiply only supports numeric types, not ${typeName(value)}`)
    product *= value
  }
  return product
})

const subtract = operator('$subtract', 2, 2, (left, right) => {
  if (isMissingOrNull(left) || isMissingOrNull(right)) return null
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (left instanceof Date && typeof right === 'number') return dateAt(Math.round(left.getTime() - right))
  throw refuse(16556, `can't $subtract ${typeName(right)} from ${typeName(left)}`)
})

/** An operator on two numbers. */
const onNumbers = (name: string, code: number, apply: (left: number, right: number) => number) =>
  operator(name, 2, 2, (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return apply(left, right)
    if (isMissingOrNull(left) || isMissingOrNull(right)) return null
    throw refuse(code, `${name} only supports numeric types, not ${typeName(left)} and ${typeName(right)}`)
  })

const divide = onNumbers('$divide', 16609, (left, right) => {
  if (right === 0) throw refuse(16608, "can't $divide by zero")
  return left / right
})

const modulo = onNumbers('$mod', 16611, (left, right) => {
  if (right === 0) throw refuse(16610, "can't $mod by zero")
  return left % right
})

const power = onNumbers('$pow', 28762, (base, exponent) => {
  if (base === 0 && exponent < 0) throw refuse(28764, '$pow cannot take a base of 0 and a negative exponent')
  return base ** exponent
})

const logarithm = onNumbers('$log', 28756, (value, base) => {
  if (value <= 0) throw refuse(28758, `$log's argument must be a positive number, but is ${value}`)
  if (base <= 0 || base === 1)
    throw refuse(28759, `$log's base must be a positive number not equal to 1, but is ${base}`)
  return Math.log(value) / Math.log(base)
})

const positive = (name: string, code: number, apply: (value: number) => number) =>
  onNumber(name, (value) => {
    if (value <= 0) throw refuse(code, `${name}'s argument must be a positive number, but is ${value}`)
    return apply(value)
  })

const rounding = (name: '$round' | '$trunc') =>
  operator(name, 1, 2, (value, ...rest) => {
    const place = rest.length === 0 ? 0 : rest[0]
    if (isMissingOrNull(value) || isMissingOrNull(place)) return null
    if (typeof value !== 'number') throw refuse(51081, `${name} only supports numeric types, not ${typeName(value)}`)
    if (typeof place !== 'number' || !Number.isInteger(place)) {
      throw refuse(51082, `precision argument to ${name} must be a integral value`)
    }
    if (place < -20 || place > 100) throw refuse(51083, `cannot apply ${name} with precision value ${place}`)
    return roundAt(value, place, name === '$trunc')
  })

export const arithmetic: Operators = {
  $abs: onNumber('$abs', Math.abs),
  $add: add,
  $ceil: onNumber('$ceil', Math.ceil),
  $divide: divide,
  $exp: onNumber('$exp', Math.exp),
  $floor: onNumber('$floor', Math.floor),
  $ln: positive('$ln', 28766, Math.log),
  $log: logarithm,
  $log10: positive('$log10', 28761, Math.log10),
  $mod: modulo,
  $multiply: multiply,
  $pow: power,
  $round: rounding('$round'),
  $sqrt: onNumber('$sqrt', (value) => {
    if (value < 0) throw refuse(28714, "$sqrt's argument must be greater than or equal to 0")
    return Math.sqrt(value)
  }),
  $subtract: subtract,
  $trunc: rounding('$trunc'),
}
