import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Phrases } from '@/components/phrases/phrases'
import { Segmented } from '@/components/segmented/segmented'
import { TextLine } from '@/components/text-line/text-line'
import { whenText } from '../../when.shared'
import { type Attendance, type Filter, filterOptions, type Row, shownRows } from './attendance.shared'
import { LateCard } from './late-card'
import { NamesCard } from './names-card'
import type { Entering } from './use-attendance'

/** With fewer names nobody needs to search. */
const SEARCH_FROM = 15

interface NamesViewProps {
  list: Attendance
  entering: Entering
  onOpen: (row: Row) => void
}

/** Who came, who has leave, who is missing; scans that arrived late first. */
export function NamesView({ list, entering, onOpen }: NamesViewProps) {
  const { title, startsAt, now, expected } = list
  const { rows, hasMore, fetching, fetchMore } = entering.names
  const [filter, setFilter] = useState<Filter>('absent')
  const [typed, setTyped] = useState('')
  const name = typed.trim()
  const late = rows.filter(({ state }) => state === 'lateScan')
  const shown = shownRows(rows, filter, typed)
  const empty = name
    ? { title: '没有找到', hint: '请换个字再找，只写姓或名里的一个字也行。' }
    : { title: filter === 'absent' ? '没有未到的人' : '还没有人', hint: '点上面的“全部”可以看每个人。' }
  return (
    <>
      <Card>
        <View className="t-h2">
          <Phrases title={title} />
        </View>
        <View className="t-s">{`${whenText(startsAt, now)} · 应到 ${expected} 人`}</View>
        {hasMore && <View className="t-s">{`人数太多，先列出 ${rows.length} 人。`}</View>}
      </Card>
      {late.length > 0 && (
        <LateCard rows={late} busy={entering.busy} onDecide={(row, accept) => void entering.decide(row, accept)} />
      )}
      <Segmented options={filterOptions(rows)} value={filter} onChange={setFilter} />
      {rows.length > SEARCH_FROM && (
        <TextLine value={typed} onChange={setTyped} label="按姓名查找" hint="按姓名查找" most={20} />
      )}
      <NamesCard
        key={`${filter}:${typed}`}
        rows={shown}
        now={now}
        empty={empty}
        isWaiting={entering.isWaiting}
        onOpen={onOpen}
      />
      {hasMore && (
        <Button kind="quiet" busy={fetching} onClick={() => void fetchMore(name === '' ? null : name)}>
          {name === '' ? '接着列出后面的人' : `在全部名单里找“${name}”`}
        </Button>
      )}
    </>
  )
}
