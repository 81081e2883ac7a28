import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Bar } from '@/components/bar/bar'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { progressOf, progressWords } from '../../components/job/job.shared'
import { asOfText } from '../../when.shared'
import { papersWords } from './analysis.shared'
import { Articles } from './articles'
import { Corrections } from './corrections'
import { Findings } from './findings'
import { ItemList } from './item-list'
import { ItemSheet } from './item-sheet'
import { Marks } from './marks'
import { useAnalysis } from './use-analysis'
import './index.scss'

/** 试题分析: which question looks wrong, which article is little known, and how the papers went. */
export default function AnalysisPage() {
  const state = useAnalysis()
  const { read, analysis, job, working, fault, opened } = state
  return (
    <Page
      title="试题分析"
      read={read}
      over={
        opened &&
        analysis && (
          <ItemSheet
            key={opened.questionId}
            item={opened}
            analysis={analysis}
            onClose={state.closeItem}
            onCorrected={state.renew}
          />
        )
      }
    >
      {analysis && (
        <>
          <View>
            <View className="t-h1" {...aria({ role: 'heading' })}>
              {analysis.quiz.title}
            </View>
            <View className="t-s">{analysis.org.name}</View>
          </View>
          {working && (
            <Card>
              <View className="t-b analysis__gap">{job ? progressWords(job) : '正在开始'}</View>
              <Bar size="thick" parts={[{ fraction: Math.max(0.02, job ? progressOf(job) : 0) }]} />
              <View className="t-s analysis__above">离开这一页也会接着算。</View>
            </Card>
          )}
          {fault && (
            <Notice
              tone="red"
              icon="alert"
              action={working ? undefined : '再试一次'}
              onAction={() => void state.start()}
            >
              {fault}
            </Notice>
          )}
          {!working && !fault && analysis.stale && analysis.asOf !== null && (
            <Notice icon="clock" action="重新计算" onAction={() => void state.start()}>
              又有新的答卷，还没有算进来
            </Notice>
          )}
          {analysis.asOf !== null && analysis.tooFew && (
            <Card>
              <StateView
                icon="empty"
                title={analysis.papers === 0 ? '还没有答卷' : `只有 ${analysis.papers} 份答卷`}
                hint="不到 5 份不显示，免得看出是谁答的。多一些人答过再来看。"
              />
            </Card>
          )}
          {!analysis.tooFew && (
            <>
              <Findings analysis={analysis} onOpen={state.openItem} />
              <Marks analysis={analysis} />
              <Articles analysis={analysis} />
              <ItemList state={state} />
            </>
          )}
          <Corrections corrections={analysis.corrections} />
          {analysis.asOf !== null && (
            <View className="t-xs">
              {papersWords(analysis)}。{asOfText(analysis.asOf)}
            </View>
          )}
        </>
      )}
    </Page>
  )
}
