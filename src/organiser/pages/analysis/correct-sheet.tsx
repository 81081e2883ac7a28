import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Sheet } from '@/components/sheet/sheet'
import type { AnalysedItem, Analysis, Correction } from '@/contracts/analysis'
import { progressOf, progressWords } from '../../components/job/job.shared'
import { impactLines, keyWords } from './correct.shared'
import { KeyForm } from './key-form'
import { useCorrect } from './use-correct'

interface CorrectSheetProps {
  item: AnalysedItem
  quiz: Analysis['quiz']
  onClose: () => void
  onCorrected: () => void
}

/** Correcting a key: what it should be and why, what that does to the papers, and only then yes. */
export function CorrectSheet({ item, quiz, onClose, onCorrected }: CorrectSheetProps) {
  const state = useCorrect(quiz.id, quiz.keyVersion, item)
  const { correction, job, busy, fault } = state
  const applied = correction?.state === 'applied'
  const working = busy || (job !== null && (job.state === 'waiting' || job.state === 'running'))
  const leave = applied ? onCorrected : onClose
  return (
    <Sheet
      title={`更正第 ${item.number} 题的答案`}
      onClose={leave}
      foot={<Foot state={state} working={working} onDone={leave} />}
    >
      <View className="l-stack">
        {!correction && <KeyForm item={item} draft={state.draft} onDraft={state.setDraft} />}
        {correction && <Effect correction={correction} />}
        {working && job && (
          <View>
            <View className="t-b analysis__gap">{progressWords(job)}</View>
            <Bar size="thick" parts={[{ fraction: Math.max(0.02, progressOf(job)) }]} />
          </View>
        )}
        <Fault words={fault} />
      </View>
    </Sheet>
  )
}

/** What it does, before yes and after. */
function Effect({ correction: { state, before, after, reason, impact } }: { correction: Correction }) {
  return (
    <>
      {state === 'applied' && (
        <Notice tone="ok" icon="check">
          已更正，所有人的成绩同时按新答案算。
        </Notice>
      )}
      <View className="t-p">
        {keyWords(before)} → {keyWords(after)}
      </View>
      <View className="t-s">原因：{reason}</View>
      {impact && (
        <View className="analysis__well">
          {impactLines(impact).map((line) => (
            <View key={line} className="t-p">
              {line}
            </View>
          ))}
        </View>
      )}
      {impact && state === 'checked' && (
        <View className="t-s">
          确认以后，成绩变了的人在答题结果里看得到改前改后和原因。参与记录不变，答卷原样保留。手册里的同一道题不会跟着改，请另行告知负责手册的同志。
        </View>
      )}
    </>
  )
}

function Foot({
  state,
  working,
  onDone,
}: {
  state: ReturnType<typeof useCorrect>
  working: boolean
  onDone: () => void
}) {
  const { correction, busy, ready } = state
  if (correction?.state === 'applied') return <Button onClick={onDone}>好的</Button>
  if (!correction)
    return (
      <Button busy={busy} disabled={!ready} onClick={() => void state.tryIt()}>
        先看影响
      </Button>
    )
  return (
    <View className="l-cols">
      <Button kind="plain" disabled={working} onClick={state.back}>
        改一改
      </Button>
      <Button busy={working} disabled={correction.state !== 'checked'} onClick={() => void state.confirm()}>
        确认更正
      </Button>
    </View>
  )
}
