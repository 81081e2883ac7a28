import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import type { Analysis } from '@/contracts/analysis'
import { findingWords, JUDGED, littleKnownWords } from './analysis.shared'

/** In words first: which questions to look at, and where an article is little known. */
export function Findings({ analysis, onOpen }: { analysis: Analysis; onOpen: (questionId: string) => void }) {
  const { findings, littleKnown, items, papers } = analysis
  const seesKeys = items.some(({ detail }) => detail !== null)
  const judged = items.some(({ answers }) => answers >= JUDGED)
  return (
    <>
      {!seesKeys && <Notice tone="grey">答题还在进行，选项、答案和疑问要等全部截止后才显示。</Notice>}
      {!judged && (
        <Notice tone="grey">{`现在有 ${papers} 份答卷，每题不到 ${JUDGED} 人答过，还看不出题目好坏，先看答对的程度。`}</Notice>
      )}
      {judged && seesKeys && findings.length === 0 && (
        <Notice tone="ok" icon="check">
          没有发现明显有问题的题。
        </Notice>
      )}
      {findings.length > 0 && (
        <View className="l-stack">
          <View className="t-h3">先看这 {findings.length} 题</View>
          <Card kind="list">
            {findings.map((finding) => {
              const item = items.find(({ questionId }) => questionId === finding.questionId)
              if (!item) return null
              const { title, note } = findingWords(finding, item)
              const serious = finding.finding !== 'weak' && finding.finding !== 'nobody'
              return (
                <ListRow
                  key={finding.questionId}
                  icon="alert"
                  tone={serious ? 'red' : 'wait'}
                  title={title}
                  note={note}
                  label={`${title}，${note}，打开看`}
                  onClick={() => onOpen(finding.questionId)}
                />
              )
            })}
          </Card>
        </View>
      )}
      {littleKnown.length > 0 && (
        <Card kind="list">
          {littleKnown.map((one) => {
            const { title, note } = littleKnownWords(one)
            return <ListRow key={title} icon="book" tone="gold" title={title} note={note} />
          })}
        </Card>
      )}
    </>
  )
}
