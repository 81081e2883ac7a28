import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goBack } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Sheet } from '@/components/sheet/sheet'
import { Tag } from '@/components/tag/tag'
import { partialRuleWords } from '@/components/words/kind.shared'
import { Facts } from './facts'
import { sealedFacts } from './quiz.shared'
import type { Running } from './stage'
import type { useQuizPage } from './use-quiz-page'

/** A paper that was taken along: it opens without a network, and asks once, because its time begins then. */
export function Sealed({ running, page }: { running: Running; page: ReturnType<typeof useQuizPage> }) {
  const [asks, setAsks] = useState(false)
  const { paper } = running.kept
  const hasMultiple = paper.items.some(({ kind }) => kind === 'multiple')
  const facts = sealedFacts(paper, hasMultiple ? partialRuleWords[paper.partial] : null, running.clock.now())
  const timed = paper.minutes > 0
  const over = asks && (
    <Sheet
      title="现在开封吗？"
      onClose={() => setAsks(false)}
      foot={
        <View className="l-cols">
          <Button kind="plain" onClick={() => setAsks(false)}>
            再等等
          </Button>
          <Button onClick={page.unseal}>开封答题</Button>
        </View>
      }
    >
      <View className="t-p">
        {timed
          ? `开封后开始计时，${paper.minutes} 分钟内答完。中途退出，时间也照常走。`
          : '开封后就可以答了，不限时，截止前交卷就行。'}
      </View>
      <View className="t-s">不用网络也能答完、交卷，联网后自动送出。</View>
    </Sheet>
  )
  const foot = (
    <View className="l-cols">
      <Button kind="plain" onClick={goBack}>
        以后再答
      </Button>
      <Button onClick={() => setAsks(true)}>开封答题</Button>
    </View>
  )
  return (
    <Page title={paper.title} foot={foot} over={over}>
      {page.noRoom && <Notice tone="red">{page.noRoom}</Notice>}
      <Card>
        <Tag tone="ok">已下载 · 未开封</Tag>
        <View className="t-h1 start__title">{paper.title}</View>
        <Facts facts={facts} />
      </Card>
      <View className="t-s start__hint">题已经在手机里，没有网也能开封、作答、交卷。</View>
    </Page>
  )
}
