import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import { fromWords, wayOf } from './inbox.shared'
import { useInbox } from './use-inbox'
import './index.scss'

/** 提醒: what one was reminded or told of, when, by which organisation, and the way to it. */
export default function InboxPage() {
  const { read, inbox, more, adding, fault } = useInbox()
  const now = Date.now()
  return (
    <Page title="提醒" read={read}>
      {inbox && inbox.rows.length === 0 && (
        <Card>
          <StateView icon="check" tone="ok" title="没有提醒" hint="支部提醒您参加什么时，会出现在这里。" />
        </Card>
      )}
      {inbox?.rows.map((row) => {
        const way = wayOf(row)
        return (
          <Card key={row.id}>
            <View className="l-ends">
              <View className="t-s">{fromWords(row)}</View>
              {!row.read && <Tag>新</Tag>}
            </View>
            <View className="t-p inbox__text">{row.text}</View>
            <View className="l-ends">
              <View className="t-xs">{whenWords(row.sentAt, now)}</View>
              {way && (
                <Button kind="quiet" size="small" onClick={() => goTo(way.target)}>
                  {way.text}
                </Button>
              )}
            </View>
          </Card>
        )
      })}
      {fault && <Notice icon="offline">{fault}</Notice>}
      {inbox?.next && (
        <Button kind="plain" busy={adding} onClick={more}>
          更早的提醒
        </Button>
      )}
    </Page>
  )
}
