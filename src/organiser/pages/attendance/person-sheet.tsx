import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Segmented } from '@/components/segmented/segmented'
import { Sheet } from '@/components/sheet/sheet'
import { leaveWords, proxyWords } from '@/domain/themeday'
import { type Attendance, type Row, rowNote, stateTags } from './attendance.shared'
import { CorrectForm } from './correct-form'
import { ReasonForm } from './reason-form'
import type { Entering } from './use-attendance'

interface PersonSheetProps {
  row: Row
  list: Attendance
  entering: Entering
  onClose: () => void
}

const tabs = [
  { value: 'proxy', text: '代录到场' },
  { value: 'leave', text: '登记请假' },
] as const

/** One person: what is known, and what the secretary can enter. */
export function PersonSheet({ row, list, entering, onClose }: PersonSheetProps) {
  const { busy, refusal } = entering
  const came = row.state === 'onSite' || row.state === 'remote' || row.state === 'proxy'
  const canRecord = list.now < list.recordUntil
  const [tab, setTab] = useState<'proxy' | 'leave'>(
    row.state === 'leave' || row.self || !list.frozen ? 'leave' : 'proxy',
  )
  const close = async (work: Promise<boolean>) => {
    if (await work) onClose()
  }
  const note = rowNote(row, list.now)
  const correcting = came || row.withdrawn
  return (
    <Sheet title={row.name} onClose={onClose}>
      <View className="l-stack">
        <View className="t-s">{note ? `${stateTags[row.state].text} · ${note}` : stateTags[row.state].text}</View>
        {refusal && <Notice tone="red">{refusal}</Notice>}
        {correcting && (
          <CorrectForm
            withdrawn={row.withdrawn}
            busy={busy}
            onDone={(reason) => void close(entering.correct(row, !row.withdrawn, reason))}
          />
        )}
        {row.declined && (
          <Button kind="quiet" busy={busy} onClick={() => void close(entering.decide(row, true, 'declined'))}>
            刚才点错了，他的扫码算到场
          </Button>
        )}
        {!correcting && !canRecord && <Notice tone="grey">活动结束已超过七天，不能再补录。</Notice>}
        {!correcting && canRecord && (
          <>
            {row.self ? (
              <Notice tone="grey">
                这是您自己。到场请用自己的手机签到，扫码或输入六位数字都行；来不了，在这里登记请假。
              </Notice>
            ) : list.frozen ? (
              <Segmented options={tabs} value={tab} onChange={setTab} />
            ) : (
              <Notice tone="grey">打开签到以后才能代录到场，请假现在就能登记。</Notice>
            )}
            {tab === 'proxy' ? (
              <ReasonForm
                key="proxy"
                words={proxyWords}
                action="代录到场"
                busy={busy}
                onDone={(reason, text) => void close(entering.enter(row, reason, text))}
              />
            ) : (
              <ReasonForm
                key="leave"
                words={leaveWords}
                action={row.state === 'leave' ? '改请假理由' : '登记请假'}
                busy={busy}
                onDone={(reason, text) => void close(entering.excuse(row, { reason, note: text }))}
              />
            )}
            {row.state === 'leave' && tab === 'leave' && (
              <Button kind="plain" busy={busy} onClick={() => void close(entering.excuse(row, null))}>
                取消这次请假
              </Button>
            )}
          </>
        )}
      </View>
    </Sheet>
  )
}
