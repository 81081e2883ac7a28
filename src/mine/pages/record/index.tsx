import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import type { RecordEntry } from '@/contracts/me'
import { dayOf } from '@/domain/time/day'
import { EntrySheet } from './entry-sheet'
import { MonthCard } from './month-card'
import { wrongEntryLetter } from './record.shared'
import { useRecord } from './use-record'
import './index.scss'

/** 我的参与记录: what the figures know about me, by month, with what was set right. */
export default function RecordPage() {
  const { read, page, more, adding, fault } = useRecord()
  const [today] = useState(() => dayOf(Date.now()))
  const [open, setOpen] = useState<RecordEntry | null>(null)
  const nothing = page?.next === null && page.months.every(({ entries, expected }) => entries.length === 0 && !expected)
  const sheet = open && (
    <EntrySheet
      entry={open}
      today={today}
      onClose={() => setOpen(null)}
      onWrong={() => {
        setOpen(null)
        goTo({ page: 'letters', kind: 'correction', text: wrongEntryLetter(open, today) })
      }}
    />
  )
  return (
    <Page title="我的参与记录" read={read} over={sheet}>
      {page && nothing && (
        <StateView icon="empty" title="还没有记录" hint="答完一次题、学完一门微党课或参加一次主题党日，这里就会有。" />
      )}
      {page && !nothing && (
        <>
          <View className="t-s">
            支部和上级看到的数字，就是从这些记录里数出来的。点开一条可以看详情，不对可以申请更正。
          </View>
          {page.months.map((month) => (
            <MonthCard key={month.month} month={month} today={today} onOpen={setOpen} />
          ))}
          {fault && <Notice icon="offline">{fault}</Notice>}
          {page.next !== null && (
            <Button kind="plain" busy={adding} onClick={() => void more()}>
              看更早的
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
