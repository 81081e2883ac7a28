import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Tag } from '@/components/tag/tag'
import type { ReportEditInput } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { report } from '@/services/report'
import { FigureList } from '../../components/figure-list/figure-list'
import { FigureSheet } from '../../components/figure-sheet/figure-sheet'
import { periodText } from '../../components/period/period.shared'
import { kindOfCode } from '../../kinds'
import { asOfText } from '../../when.shared'
import { ChecksCard } from './checks-card'
import { CompareSheet, ReproducedSheet } from './difference-sheet'
import { Foot } from './foot'
import { HistoryCard } from './history-card'
import { openedFigure, wordsIn } from './opened.shared'
import { Paper } from './paper'
import { type AskedStep, questionFor } from './questions.shared'
import { findSentence, listedFigures, type ReportView, stateTones, stateWords } from './report.shared'
import { SentenceSheet } from './sentence-sheet'
import { type Found, ToolsCard } from './tools-card'
import { useDownload } from './use-download'
import { changeOf, useReport } from './use-report'
import { WordsSheet } from './words-sheet'
import './index.scss'

const stepOf: Record<AskedStep, (view: ReportView, words: string) => Promise<ReportView>> = {
  submit: (view) => report.submit(changeOf(view)),
  accept: (view) => report.review({ ...changeOf(view), accept: true }),
  return: (view, words) => report.review({ ...changeOf(view), accept: false, words }),
  issue: (view) => report.issue(changeOf(view)),
  renew: ({ org, from, to }, reason) => report.open({ orgId: org.id, from, to, reason }),
}

interface Opened {
  readonly figure: Figure
  readonly orgId: string
  readonly orgName: string
}

/** 督导报告: the text as on paper, each of whose figures opens; writing, review and issue by three people; its files and versions. */
export default function ReportPage() {
  const { read, view, period, today, acting, fault, act, show, clearFault } = useReport()
  const { state: download, download: fetchFile } = useDownload(view)
  const [opened, setOpened] = useState<Opened | null>(null)
  const [listed, setListed] = useState(false)
  const [sentenceId, setSentenceId] = useState<string | null>(null)
  const [asked, setAsked] = useState<AskedStep | null>(null)
  const [found, setFound] = useState<Found | null>(null)

  const mayEdit = view?.may.includes('edit') ?? false
  const mayTake = view !== null && view.people.length + view.may.length > 0
  const sentence = view && sentenceId ? findSentence(view.document.blocks, sentenceId) : null
  const onSentence = mayEdit ? setSentenceId : null
  const edit = (change: ReportEditInput) =>
    act('edit', (now) => report.edit({ ...changeOf(now), edit: change })).then(
      (isDone) => isDone && setSentenceId(null),
    )
  const take = (words: string) => {
    if (asked === null) return
    const step = asked
    void act(step, (now) => stepOf[step](now, words)).then((isDone) => {
      if (!isDone) return
      setAsked(null)
      if (step === 'renew') show(undefined)
    })
  }
  const missingOf = ({ figure, orgId }: Opened) => {
    const kind = kindOfCode(figure.code)
    return kind === null
      ? []
      : [{ text: '看未参加情况', onOpen: () => goTo({ page: 'missing', orgId, kind, ...period }) }]
  }
  const openFigure = (code: string, orgId?: string) => view && setOpened(openedFigure(view, code, orgId))

  const over = view && (
    <>
      {opened && (
        <FigureSheet
          open={{
            ...opened,
            scope: periodText(period, today),
            asOf: asOfText(view.asOf),
            words: wordsIn(view, opened.figure),
          }}
          links={[
            {
              text: '看组织、活动和名单',
              onOpen: () => goTo({ page: 'figure', orgId: opened.orgId, code: opened.figure.code, ...period }),
            },
            ...missingOf(opened),
          ]}
          onClose={() => setOpened(null)}
        />
      )}
      {sentence && (
        <SentenceSheet
          key={sentence.id}
          view={view}
          sentence={sentence}
          busy={acting === 'edit'}
          problem={fault}
          onEdit={(change) => void edit(change)}
          onClose={() => {
            setSentenceId(null)
            clearFault()
          }}
        />
      )}
      {asked && (
        <WordsSheet
          key={asked}
          asked={questionFor(asked, view)}
          busy={acting === asked}
          problem={fault}
          onDone={take}
          onClose={() => {
            setAsked(null)
            clearFault()
          }}
        />
      )}
      {found && 'compared' in found && <CompareSheet compared={found.compared} onClose={() => setFound(null)} />}
      {found && 'reproduced' in found && <ReproducedSheet result={found.reproduced} onClose={() => setFound(null)} />}
    </>
  )
  const last = view?.steps[view.steps.length - 1]
  const foot = view && (
    <Foot
      view={view}
      acting={acting}
      download={download}
      onDownload={mayTake ? () => void fetchFile('word') : null}
      onAsk={setAsked}
      onOpen={() => void act('open', ({ org, from, to }) => report.open({ orgId: org.id, from, to }))}
      onRecall={() => void act('recall', (now) => report.submit({ ...changeOf(now), recall: true }))}
    />
  )

  return (
    <Page title="督导报告" read={read} foot={foot} over={over}>
      {view && (
        <>
          <View className="l-ends">
            <Tag tone={stateTones[view.state]}>
              {view.version === 0 ? '预览，还没有起草' : `第 ${view.version} 版 · ${stateWords[view.state]}`}
            </Tag>
            <Text className="t-xs">{asOfText(view.asOf)}</Text>
          </View>
          <Fault words={sentence || asked ? null : fault} />
          {view.state === 'draft' && last?.step === 'return' && <Notice icon="alert">退回意见：{last.words}</Notice>}
          {view.reason && <Notice tone="grey">改版原因：{view.reason}</Notice>}
          {view.may.includes('refresh') && (
            <Notice
              tone="grey"
              action={acting === 'refresh' ? '正在更新…' : '更新数据'}
              onAction={() => void act('refresh', (now) => report.refresh(changeOf(now)))}
            >
              点数字看来源，点一句话可以改写
            </Notice>
          )}
          <Paper document={view.document} onFigure={openFigure} onSentence={onSentence} />
          {view.may.length > 0 && view.state !== 'issued' && <ChecksCard view={view} onSentence={onSentence} />}
          {view.version > 0 && (
            <HistoryCard
              view={view}
              busy={acting === 'edit'}
              onRestore={mayEdit ? (id) => void edit({ kind: 'restore', sentence: id }) : null}
            />
          )}
          <ToolsCard
            view={view}
            download={download}
            onDownload={mayTake ? (form) => void fetchFile(form) : null}
            onFound={setFound}
            onVersion={show}
          />
          <Card kind="list">
            <ListRow
              icon="chart"
              title={`报告用到的数字（${listedFigures(view).length}）`}
              note={listed ? '点一下收起' : '逐个看名称、定义和来源'}
              onClick={() => setListed(!listed)}
            />
          </Card>
          {listed && <FigureList figures={listedFigures(view)} onFigure={({ code }) => openFigure(code)} />}
        </>
      )}
    </Page>
  )
}
