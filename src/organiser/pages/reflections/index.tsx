import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { ReflectionCard } from './reflection-card'
import { waitingWords } from './reflections.shared'
import { ReturnSheet } from './return-sheet'
import { useReflections } from './use-reflections'
import './index.scss'

/** 心得体会: what a branch's members wrote, those that wait for a look first. */
export default function ReflectionsPage() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const { read, rows, hasMore, busy, problem, more, judge } = useReflections(orgId)
  const [returning, setReturning] = useState<string | null>(null)
  const target = rows.find(({ id }) => id === returning)
  const sheet = target && (
    <ReturnSheet
      row={target}
      busy={busy === target.id}
      onClose={() => setReturning(null)}
      problem={problem}
      onReturn={(reason) => void judge(target, reason).then((done) => done && setReturning(null))}
    />
  )
  return (
    <Page title="心得体会" read={read} over={sheet}>
      {read.data && (
        <>
          <View>
            <View className="t-h2">{read.data.orgName}</View>
            <View className="t-s">{waitingWords(read.data.waiting)}</View>
          </View>
          {read.data.waiting > 0 && (
            <Notice tone="grey">“待您看”是内容检查拿不准的，多半只是谈到了时政，请您看过再定。</Notice>
          )}
          <Fault words={sheet ? null : problem} />
          {rows.length === 0 && (
            <Card>
              <StateView
                icon="empty"
                title="还没有心得"
                hint="党员学完微党课、参加主题党日后交来的心得，会出现在这里。"
              />
            </Card>
          )}
          {rows.map((row) => (
            <ReflectionCard
              key={row.id}
              row={row}
              busy={busy === row.id}
              onShow={() => void judge(row, null)}
              onReturn={() => setReturning(row.id)}
            />
          ))}
          {hasMore && (
            <Button kind="plain" busy={busy === 'more'} onClick={() => void more()}>
              看更早的
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
