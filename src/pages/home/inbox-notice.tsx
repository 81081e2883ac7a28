import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'

/** Quietly: that there is something to read. */
export function InboxNotice({ unread }: { unread: number }) {
  if (unread === 0) return null
  return (
    <Notice icon="alert" action="看看" onAction={() => goTo({ page: 'inbox' })}>
      支部给您 {unread > 99 ? '99 条以上' : `${unread} 条`}提醒
    </Notice>
  )
}
