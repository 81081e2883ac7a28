import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goHome, goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { attemptWords, byMonth } from './history.shared'
import { useHistory } from './use-history'
import './index.scss'

/** 我的答题: one's own attempts by month, for nobody else. */
export default function HistoryPage() {
  const { read, rows, hasMore, loading, error, more } = useHistory()
  const now = Date.now()
  return (
    <Page title="我的答题" read={read}>
      {read.data && rows.length === 0 && (
        <Card>
          <StateView
            icon="pencil"
            title="还没有答过题"
            hint="有答题时首页会提醒您，答过的都会列在这里，随时可以回来看解析。"
            action="去首页看看"
            onAction={goHome}
          />
        </Card>
      )}
      {byMonth(rows).map(({ month, rows: ofMonth }) => (
        <View key={month}>
          <View className="t-s history__month">
            {month} · {ofMonth.length} 次
          </View>
          <Card kind="list">
            {ofMonth.map((row) => {
              const { note, tag, target } = attemptWords(row, now)
              return (
                <ListRow
                  key={row.attemptId}
                  title={row.title}
                  note={note}
                  end={<Tag tone={tag.tone}>{tag.text}</Tag>}
                  label={`${row.title}，${note}，${tag.text}`}
                  onClick={target ? () => goTo(target) : undefined}
                />
              )
            })}
          </Card>
        </View>
      ))}
      {error && <Notice icon="offline">{error.message}</Notice>}
      {hasMore && (
        <Button kind="plain" busy={loading} onClick={() => void more()}>
          {loading ? '正在打开' : '看更早的'}
        </Button>
      )}
    </Page>
  )
}
