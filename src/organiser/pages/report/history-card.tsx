import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { whenText } from '../../when.shared'
import { doneWords, type ReportView } from './report.shared'

interface HistoryCardProps {
  view: ReportView
  busy: boolean
  /** Brings back a sentence that was left out; null: not now. */
  onRestore: ((id: string) => void) | null
}

/** What happened to the version, and what was left out of it. */
export function HistoryCard({ view, busy, onRestore }: HistoryCardProps) {
  const [open, setOpen] = useState(false)
  const now = Date.now()
  const nameOf = (id: string) => view.people.find((one) => one.id === id)?.name ?? '一位同志'
  return (
    <Card kind="list">
      {view.omitted.map(({ id, text, by }) => (
        <ListRow
          key={id}
          title={<View className="r-omitted">{text}</View>}
          note={`没有写进正文 · ${nameOf(by)}`}
          end={
            onRestore && (
              <Button kind="quiet" size="small" busy={busy} label="写回正文" onClick={() => onRestore(id)}>
                写回
              </Button>
            )
          }
        />
      ))}
      <ListRow
        icon="history"
        title="经过"
        note={open ? '点一下收起' : lastOf(view, nameOf, now)}
        onClick={() => setOpen(!open)}
      />
      {open &&
        view.steps.map(({ step, by, at, words }) => (
          <ListRow
            key={`${step}.${at}`}
            title={doneWords[step]}
            note={
              <>
                <View>
                  {nameOf(by)} · {whenText(at, now)}
                </View>
                {words && <View>{words}</View>}
              </>
            }
          />
        ))}
      {open && view.fingerprint && (
        <ListRow title="指纹（改动一个字，就会不同）" note={<View className="r-print">{view.fingerprint}</View>} />
      )}
    </Card>
  )
}

function lastOf({ steps }: ReportView, nameOf: (id: string) => string, now: number): string {
  const last = steps[steps.length - 1]
  return last ? `${nameOf(last.by)}${doneWords[last.step]} · ${whenText(last.at, now)}` : ''
}
