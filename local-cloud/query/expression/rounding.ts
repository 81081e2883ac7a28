import { isWhole } from '../values'

/** A number as digits × 10^exponent: whole ones exactly, others to the 15 digits that a double holds for certain. */
const decimal = (value: number): [digits: bigint, exponent: number] => {
  if (isWhole(value)) return [BigInt(value), 0]
  const [mantissa = '0', exponent = '0'] = value.toExponential(14).split('e')
  return [BigInt(mantissa.replace('.', '')), Number(exponent) - 14]
}

const magnitude = (value: bigint) => (value < 0n ? -value : value)

/** Half goes to the even neighbour, as `$round` does; `toZero` cuts instead, as `$trunc` does. */
export const roundAt = (value: number, place: number, toZero: boolean): number => {
  if (!Number.isFinite(value)) return value
  const [digits, exponent] = decimal(value)
  const drop = -(exponent + place)
  if (drop <= 0) return value
  const unit = 10n ** BigInt(drop)
  let whole = digits / unit
  const rest = magnitude(digits % unit) * 2n
  if (!toZero && (rest > unit || (rest === unit && whole % 2n !== 0n))) whole += digits < 0n ? -1n : 1n
  return Number(`${whole}e${-place}`)
}
