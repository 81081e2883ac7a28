import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Fault } from '@/components/notice/fault'
import { KeptNotice } from '@/components/notice/kept-notice'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import type { Row } from './attendance.shared'
import { NamesView } from './names-view'
import { PersonSheet } from './person-sheet'
import { useAttendance } from './use-attendance'
import './index.scss'

/** 名单: who came, who has leave, who is missing, and entering what could not be scanned. */
export default function AttendancePage() {
  const { params } = useRouter()
  const entering = useAttendance(params.themeDayId ?? '')
  const { names, last, refusal, waiting } = entering
  const [open, setOpen] = useState<Row | null>(null)
  const { list, read } = names
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
      {waiting > (last?.waits ? 1 : 0) && <KeptNotice what={`${waiting} 条录入`} then="送出" held={entering.held} />}
      <Fault words={open ? null : refusal} />
      {names.failure && <Notice tone="red">{names.failure}</Notice>}
      {last && (
        <Notice
          tone={last.waits ? 'wait' : 'ok'}
          icon={last.waits ? 'upload' : 'check'}
          action={last.undo ? '撤销' : undefined}
          onAction={last.undo ? () => void last.undo?.() : undefined}
        >
          {last.text}
        </Notice>
      )}
      {list && <NamesView list={list} entering={entering} onOpen={setOpen} />}
    </Page>
  )
}
