import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'

/** Quietly: that there is something to read. */
export function InboxNotice({ unread }: { unread: number }) {
  if (unread === 0) return null
  return (
    <Notice tone="grey" icon="clock" action="看看" onAction={() => goTo({ page: 'inbox' })}>
      您有 {unread > 99 ? '99 条以上' : `${unread} 条`}提醒
    </Notice>
  )
}
