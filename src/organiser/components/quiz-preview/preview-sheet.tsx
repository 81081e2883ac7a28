import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { Option } from '@/components/option/option'
import { Sheet } from '@/components/sheet/sheet'
import { Tag } from '@/components/tag/tag'
import { optionLetter, questionKindWords } from '@/components/words/kind.shared'
import type { Paper } from '@/contracts/quiz'
import { plan } from '@/services/plan'
import { CallError } from '@/services/transport/call-error'
import './preview.scss'

type Of = Parameters<typeof plan.preview>[0]['of']

/** A paper as a member would be dealt one; another draw for another look. */
export function PreviewSheet({ of, onClose }: { of: Of; onClose: () => void }) {
  const [turn, setTurn] = useState(1)
  const [paper, setPaper] = useState<Paper | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(true)
  const id = of.type === 'draft' ? of.draftId : of.quizId
  // biome-ignore lint/correctness/useExhaustiveDependencies: `id` says what `of` is
  useEffect(() => {
    let over = false
    setBusy(true)
    setProblem(null)
    plan
      .preview({ of, turn })
      .then(
        (dealt) => !over && setPaper(dealt),
        (thrown) => !over && setProblem(CallError.from(thrown).message),
      )
      .finally(() => !over && setBusy(false))
    return () => {
      over = true
    }
  }, [id, turn])
  const foot = (
    <Button kind="quiet" busy={busy} onClick={() => setTurn(turn + 1)}>
      换一份看看
    </Button>
  )
  return (
    <Sheet title="党员看到的答卷" onClose={onClose} foot={foot}>
      <View className="l-stack">
        <Notice tone="grey">题目和选项的顺序每人不同。预览不带答案，也不算答过。</Notice>
        <Fault words={problem} />
        {paper?.items.map((item, index) => (
          <View key={item.questionId} className="quiz-preview__item">
            <View className="l-ends">
              <View className="t-s">
                {index + 1} / {paper.items.length} · {item.points} 分
              </View>
              <Tag>{questionKindWords[item.kind].name}</Tag>
            </View>
            <View className="t-p quiz-preview__stem">{item.stem}</View>
            <View className="l-stack">
              {item.options.map((text, option) => (
                <Option key={text} letter={optionLetter(option)} text={text} />
              ))}
            </View>
          </View>
        ))}
      </View>
    </Sheet>
  )
}
