import { Picker, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import { TextBox } from '@/components/text-box/text-box'
import type { ReportEditInput } from '@/contracts/report'
import { type Offered, offeredFigures, withoutBraces } from './offered.shared'
import { newKey, type ReportSentence, type ReportView, textOf } from './report.shared'

interface SentenceSheetProps {
  view: ReportView
  sentence: ReportSentence
  busy: boolean
  /** Why it was not kept; what was typed stays. */
  problem: string | null
  onEdit: (edit: ReportEditInput) => void
  onClose: () => void
}

const MOST = 500

/** One sentence of a draft: written anew, left out, back to the template, or another one after it. */
export function SentenceSheet({ view, sentence, busy, problem, onEdit, onClose }: SentenceSheetProps) {
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState(textOf(sentence))
  const [added, setAdded] = useState('')
  const [key] = useState(() => newKey(Math.random))
  const [figures, setFigures] = useState<readonly string[]>([])
  const { id, manual } = sentence
  const typed = withoutBraces(adding ? added : text).trim()
  const set = adding ? setAdded : setText
  const ready = typed.length >= 2 && (adding || typed !== textOf(sentence))
  const keep = () =>
    adding
      ? onEdit({ kind: 'add', key, after: id, text: typed, figures: [...figures] })
      : onEdit({ kind: 'rewrite', sentence: id, text: typed, figures: [...figures] })
  const offered = offeredFigures(view)
  const put = ({ code, text: printed }: Offered) => {
    set((before) => `${before}${printed}`)
    setFigures([...new Set([...figures, code])])
  }
  const foot = (
    <Button busy={busy} disabled={!ready} onClick={keep}>
      {adding ? '加在这句后面' : '存下改写'}
    </Button>
  )
  return (
    <Sheet title={adding ? '在后面加一句' : '改这一句'} onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Fault words={problem} />
        {manual?.conflict && (
          <Notice icon="alert" action="不用改" onAction={() => onEdit({ kind: 'keep', sentence: id })}>
            数据已经更新。系统现在会写：{manual.instead ?? '（这一句不写）'}
          </Notice>
        )}
        <TextBox
          value={adding ? added : text}
          onChange={set}
          label={adding ? '加的一句' : '这一句'}
          hint="一句话，以句号结束。"
          most={MOST}
        />
        <Picker
          mode="selector"
          range={offered.map(({ label }) => label)}
          onChange={(event) => {
            const chosen = offered[Number(event.detail.value)]
            if (chosen) put(chosen)
          }}
        >
          <View className="r-pick" {...aria({ role: 'button', label: '插入一个有来源的数字' })}>
            插入一个有来源的数字 ›
          </View>
        </Picker>
        <View className="t-s">
          照原句写的系统数字（数和单位都不变），仍可点开看来源，数据更新时也跟着变；自己写的数会标出来，请核对后再送复核。
        </View>
        {!adding && (
          <View className="r-choices">
            <Button kind="quiet" size="small" disabled={busy} onClick={() => setAdding(true)}>
              在后面加一句
            </Button>
            {manual && (
              <Button
                kind="quiet"
                size="small"
                disabled={busy}
                onClick={() => onEdit({ kind: 'restore', sentence: id })}
              >
                {manual.kind === 'add' ? '删去' : '恢复原句'}
              </Button>
            )}
            {manual?.kind !== 'add' && (
              <Button kind="quiet" size="small" disabled={busy} onClick={() => onEdit({ kind: 'omit', sentence: id })}>
                不写这句
              </Button>
            )}
          </View>
        )}
      </View>
    </Sheet>
  )
}
