import * as v from 'valibot'
import type { ThemeDay } from '@/contracts/themeday'
import { CheckInToken } from '@/contracts/themeday'

/** The token in what a camera read: the token itself, or an address that carries it as `token=…`. null: no code of ours. */
export function tokenIn(scanned: string): string | null {
  const text = scanned.trim()
  const inAddress = /[?&]token=([^&#]+)/.exec(text)?.[1]
  // None of a token's characters is ever escaped in an address.
  const token = inAddress ?? text
  return v.is(CheckInToken, token) ? token : null
}

/** The theme day that a token belongs to: its first part. */
export const themeDayIn = (token: string): string => token.slice(0, token.indexOf('.'))

/** Digits only, at most six: what the field of the short code holds. */
export const codeDigits = (typed: string): string => typed.replace(/\D/g, '').slice(0, 6)

export type Stage = 'before' | 'open' | 'over' | 'done'

/** Where a theme day stands for the one who looks at it. */
export function stageOf(day: Pick<ThemeDay, 'status' | 'checkedInAt'>): Stage {
  if (day.checkedInAt !== null) return 'done'
  if (day.status === 'open') return 'open'
  return day.status === 'closed' ? 'over' : 'before'
}

export type NextStep = 'rescan' | 'retype' | 'refresh' | 'none'

/** What the member can do about a refusal; the sentence itself comes from the server. */
export function nextStepFor(code: string): NextStep {
  switch (code) {
    case 'CODE_EXPIRED':
      return 'rescan'
    case 'CODE_WRONG':
    case 'BAD_INPUT':
      return 'retype'
    case 'CHECKIN_NOT_OPEN':
    case 'CHECKIN_ENDED':
      return 'refresh'
    default:
      return 'none'
  }
}

const formWords: Readonly<Record<ThemeDay['forms'][number], string>> = {
  groupStudy: '集中学习',
  oath: '重温入党誓词',
  voluntary: '志愿服务',
  visit: '参观见学',
  meeting: '组织生活会',
}

export const formsWords = (forms: ThemeDay['forms']): string => forms.map((form) => formWords[form]).join('、')
