import type { InputOf, OutputOf } from '@/contracts/action'
import type { getEntry, submitEntry } from '@/contracts/register-entries'
import { usualAsOf } from '@/domain/register/check'
import { parseDecimal, typedDecimal } from '@/domain/register/decimal'
import { isTenfold } from '@/domain/register/jump'
import type { FigureDraft } from '@/services/register-drafts'

export type EntryView = OutputOf<typeof getEntry>
export type Form = Omit<FigureDraft, 'key'>

/** What the form begins with: what was returned, to be corrected; else nothing but the usual days. */
export function firstForm({ entry, period, today }: EntryView): Form {
  const [last] = entry.submissions
  const blank = { value: '', name: '', number: '', day: today, asOfDay: usualAsOf(period, today), note: '' }
  if (!last) return blank
  const { value, document, asOfDay, note } = last
  return { value, name: document.name, number: document.number, day: document.day, asOfDay, note }
}

/** Why the form cannot be sent yet, as a sentence; null: it can. The server looks again. */
export function formFault({ indicator }: EntryView, form: Form): string | null {
  const { decimals, negative } = indicator
  const text = typedDecimal(form.value)
  if (text === '') return '请先填数。没有发生的，填 0。'
  const value = parseDecimal(text, decimals)
  if (value === null) return decimals === 0 ? '请填整数，只写数字，不带单位。' : `请只写数字，小数最多 ${decimals} 位。`
  if (value < 0 && !negative) return '这一项不会小于零，请核对。'
  return form.name.trim().length < 2 ? '请写上来源文件的名称。' : null
}

/** Whether the value is ten times the last one or a tenth: then the person is asked before it goes out. */
export function isJump({ indicator, last, entry }: EntryView, form: Form): boolean {
  const { decimals } = indicator
  const value = parseDecimal(typedDecimal(form.value), decimals)
  const before = last?.value ?? entry.standing?.value ?? null
  return value !== null && isTenfold(value, before === null ? null : parseDecimal(before, decimals), decimals)
}

/** What is sent. */
export function sentForm(view: EntryView, form: Form, key: string, jumpSeen: boolean): InputOf<typeof submitEntry> {
  const { org, indicator, period, entry } = view
  const { asOfDay, day } = form
  return {
    ...{ orgId: org.id, code: indicator.code, period, key, was: entry.revision, asOfDay, jumpSeen },
    value: typedDecimal(form.value),
    document: { name: form.name.trim(), number: form.number.trim(), day },
    note: form.note.trim(),
  }
}

/** Whether the form is open: nobody waits for a verdict on what was sent, or the person wants to change it. */
export const mayFill = ({ due, maySubmit, opensOn, today }: EntryView): boolean => due && maySubmit && opensOn <= today

/** Whether the person may judge what was sent last: somebody else sent it. */
export const mayDecide = ({ mayJudge, entry }: EntryView): boolean =>
  mayJudge && entry.state === 'submitted' && entry.submissions[0]?.mine === false
