import type { CallError } from '@/services/transport/call-error'
import type { IconName } from '../icon/icon.shared'

/** How an error is shown on a page: the sentence is the server's (or OFFLINE's), the title says what kind of thing it is. */
export function errorWords(error: Pick<CallError, 'code' | 'message'>): {
  icon: IconName
  title: string
  hint: string
} {
  const hint = error.message
  switch (error.code) {
    case 'OFFLINE':
      return { icon: 'offline', title: '连不上网', hint: '请检查手机网络，再点“重试”。做过的都在手机里，不会丢。' }
    case 'NOT_FOUND':
      return { icon: 'empty', title: '没有找到', hint }
    case 'FORBIDDEN':
      return { icon: 'person', title: '这里您看不了', hint }
    case 'NOT_SIGNED_IN':
    case 'NOT_BOUND':
      return { icon: 'person', title: '还认不出您', hint }
    case 'QUIZ_NOT_OPEN':
    case 'CHECKIN_NOT_OPEN':
      return { icon: 'clock', title: '还没有开始', hint }
    case 'QUIZ_CLOSED':
    case 'CHECKIN_ENDED':
      return { icon: 'clock', title: '已经结束', hint }
    case 'ATTEMPT_EXPIRED':
      return { icon: 'clock', title: '时间到了', hint }
    case 'NO_ATTEMPTS_LEFT':
      return { icon: 'check', title: '次数用完了', hint }
    default:
      return { icon: 'alert', title: '没有打开', hint }
  }
}
