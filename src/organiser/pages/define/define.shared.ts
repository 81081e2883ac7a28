import type { InputOf } from '@/contracts/action'
import type { defineIndicator, Indicator } from '@/contracts/register'

export type Form = Omit<InputOf<typeof defineIndicator>, 'orgId' | 'was'>

/** The form for a new indicator, or for one that is there: a change begins today unless told. */
export function firstForm(indicator: Indicator | null, today: string): Form {
  if (indicator) {
    const { code, unit, kind, decimals, cycle, negative, name, definition, reporters } = indicator
    return { code, unit, kind, decimals, cycle, negative, name, definition, reporters, from: today }
  }
  return {
    ...{ code: 'local.', unit: '', kind: 'sum', decimals: 0, cycle: 'quarter', negative: false },
    ...{ name: '', definition: '', from: `${today.slice(0, 7)}-01` },
    reporters: { kinds: ['committee', 'generalBranch'], categories: [] },
  }
}

/** Why the form cannot be sent yet; null: it can. */
export function formFault({ code, name, unit, definition, reporters }: Form): string | null {
  if (name.trim().length < 2) return '请写名称，两个字以上。'
  if (unit.trim() === '') return '请写单位，比如“个”“人次”“公里”。'
  if (!/^[a-z][a-z0-9]{1,19}\.[a-z][a-z0-9_]{1,27}$/.test(code))
    return '代码用小写字母、数字，中间一个点，比如 local.trees。'
  if (definition.trim().length < 5) return '请写清楚怎么算、什么不算，五个字以上。'
  return reporters.kinds.length === 0 ? '请选由哪些单位填报。' : null
}

/** A code as it is meant: small letters, and the half-width signs of those that a Chinese keyboard gives. */
export const typedCode = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')
    .replace(/\s/g, '')
    .toLowerCase()

/** A list with one thing added, or taken away when it was there; in the order of `all`. */
export const toggled = <T>(all: readonly T[], chosen: readonly T[], one: T): T[] =>
  all.filter((other) => chosen.includes(other) !== (other === one))
