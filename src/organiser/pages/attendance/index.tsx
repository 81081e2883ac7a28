import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import { TextLine } from '@/components/text-line/text-line'
import { whenText } from '../../when.shared'
import { type Attendance, type Filter, filterOptions, type Row, shownRows } from './attendance.shared'
import { LateCard } from './late-card'
import { NamesCard } from './names-card'
import { PersonSheet } from './person-sheet'
import { type Entering, useAttendance } from './use-attendance'
import './index.scss'

/** 名单: who came, who has leave, who is missing, and entering what could not be scanned. */
export default function AttendancePage() {
  const { params } = useRouter()
  const entering = useAttendance(params.themeDayId ?? '')
  const { read, last, refusal, waiting } = entering
  const [open, setOpen] = useState<Row | null>(null)
  const list = read.data
  const over = open && list && (
    <PersonSheet
      row={open}
      list={list}
      entering={entering}
      onClose={() => {
        setOpen(null)
        entering.clear()
      }}
    />
  )
  return (
    <Page title="主题党日名单" read={read} over={over}>
      {waiting > 0 && <Notice icon="upload">{`${waiting} 条录入已存在手机里，联网后自动送出。`}</Notice>}
      {!open && refusal && (
        <Notice tone="red" icon="alert">
          {refusal}
        </Notice>
      )}
      {last && (
        <Notice
          tone="ok"
          icon="check"
          action={last.undo ? '撤销' : undefined}
          onAction={last.undo ? () => void last.undo?.() : undefined}
        >
          {last.text}
        </Notice>
      )}
      {list && <Names list={list} entering={entering} onOpen={setOpen} />}
    </Page>
  )
}

/** With fewer names nobody needs to search. */
const SEARCH_FROM = 15

function Names({ list, entering, onOpen }: { list: Attendance; entering: Entering; onOpen: (row: Row) => void }) {
  const { rows, title, startsAt, now, expected } = list
  const [filter, setFilter] = useState<Filter>('absent')
  const [typed, setTyped] = useState('')
  const late = rows.filter(({ state }) => state === 'lateScan')
  const shown = shownRows(rows, filter, typed)
  const empty = typed
    ? { title: '没有找到', hint: '请换个字再找，只写姓或名里的一个字也行。' }
    : { title: filter === 'absent' ? '没有未到的人' : '还没有人', hint: '点上面的“全部”可以看每个人。' }
  return (
    <>
      <Card>
        <View className="t-h2">{title}</View>
        <View className="t-s">{`${whenText(startsAt, now)} · 应到 ${expected} 人`}</View>
        {rows.length < expected && <View className="t-s">{`人数太多，这里列出前 ${rows.length} 人。`}</View>}
      </Card>
      {late.length > 0 && (
        <LateCard rows={late} busy={entering.busy} onDecide={(row, accept) => void entering.decide(row, accept)} />
      )}
      <Segmented options={filterOptions(rows)} value={filter} onChange={setFilter} />
      {rows.length > SEARCH_FROM && (
        <TextLine value={typed} onChange={setTyped} label="按姓名查找" hint="按姓名查找" most={20} />
      )}
      <NamesCard key={`${filter}:${typed}`} rows={shown} now={now} empty={empty} onOpen={onOpen} />
    </>
  )
}
