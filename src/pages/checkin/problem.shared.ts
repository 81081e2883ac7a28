import type { IconName } from '@/components/icon/icon.shared'

/** What one can do about a check-in that did not work; each is a button. */
export type Step =
  /** Scan, or type, again: the fields are there. */
  | 'again'
  /** Ask whether it has changed. */
  | 'refresh'
  /** Which theme day is mine. */
  | 'mine'
  /** Write to the branch to have it set right. */
  | 'letter'

export interface Problem {
  readonly icon: IconName
  readonly title: string
  /** The server's own sentence: it says the most. */
  readonly hint: string
  readonly steps: readonly Step[]
}

/** A refusal as the page shows it: what happened, and what to do next. */
export function problemOf(code: string, message: string): Problem {
  const problem = (icon: IconName, title: string, ...steps: Step[]): Problem => ({ icon, title, hint: message, steps })
  switch (code) {
    case 'CODE_EXPIRED':
      return problem('clock', '没有签上', 'again', 'letter')
    case 'CODE_WRONG':
    case 'BAD_INPUT':
      return problem('alert', '没有签上', 'again')
    case 'TOO_MANY_TRIES':
      return problem('clock', '请歇一歇再试', 'refresh')
    case 'CHECKIN_NOT_OPEN':
      return problem('clock', '请稍等一下', 'refresh')
    case 'CHECKIN_ENDED':
      return problem('clock', '没赶上签到', 'letter', 'mine')
    case 'NOT_EXPECTED':
    case 'FORBIDDEN':
      return problem('person', '这不是您的主题党日', 'mine')
    case 'NOT_FOUND':
      return problem('empty', '没有找到这次主题党日', 'mine')
    case 'WITHDRAWN':
      return problem('alert', '这次记录被更正过', 'letter')
    case 'NOT_MEMBER_THEN':
      return problem('person', '那天您还不在名册上', 'letter')
    case 'ALREADY_CHECKED_IN':
      return problem('check', '已经签过到了', 'refresh')
    default:
      return problem('alert', '这次没有成功', 'refresh')
  }
}
