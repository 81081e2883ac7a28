import { View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { periodName } from '@/domain/register/periods'
import { ReasonSheet } from '../../components/form/reason-sheet'
import { dayText } from '../../components/period/period.shared'
import { Pieces } from '../../components/pieces/pieces'
import { type EntryView, formFault, mayDecide, mayFill } from './entry.shared'
import { EntryForm } from './entry-form'
import { History } from './history'
import { JumpSheet } from './jump-sheet'
import { useEntry } from './use-entry'
import './index.scss'

/** Why there is nothing to fill in. */
function emptyWords({ due, opensOn, today, maySubmit }: EntryView): { title: string; hint: string } {
  if (!due) return { title: '这一期不用填报', hint: '这个单位这一期不填这一项。' }
  if (opensOn > today)
    return { title: '还没到填报的时候', hint: `${dayText(opensOn, today)}这一期结束，从那天起可以填。` }
  return maySubmit
    ? { title: '还没有填报', hint: '点下面的按钮填报。' }
    : { title: '还没有填报', hint: '由本单位的书记或组织员填报。' }
}

/** 填报: a figure is filled in, judged, and everything that happened to it is told. */
export default function EntryPage() {
  const state = useEntry()
  const { read, view, form, busy, fault } = state
  const [returning, setReturning] = useState(false)
  const filling = view !== null && form !== null && mayFill(view) && (state.filling || view.entry.state === 'missing')
  const wrong = filling && view && form ? formFault(view, form) : null
  const decides = view !== null && !filling && mayDecide(view)
  const [last] = view?.entry.submissions ?? []

  // beside the button: the form is longer than a screen
  const trouble = fault && (
    <View className="entry__trouble">
      <Notice tone="red" icon="alert">
        {fault}
      </Notice>
    </View>
  )
  const foot = filling ? (
    <>
      {trouble}
      <Button busy={busy} disabled={wrong !== null} onClick={() => void state.send(false)}>
        {view.entry.revision === 0 ? '上报' : '改报'}
      </Button>
      {wrong && <View className="t-xs entry__wrong">{wrong}</View>}
    </>
  ) : decides && last ? (
    <View className="l-cols">
      <Button kind="quiet" busy={busy} onClick={() => setReturning(true)}>
        退回
      </Button>
      <Button busy={busy} onClick={() => void state.judge(last.n, null)}>
        审核通过
      </Button>
    </View>
  ) : view && mayFill(view) ? (
    <Button kind={view.entry.state === 'returned' ? 'primary' : 'quiet'} onClick={state.fill}>
      {view.entry.state === 'accepted' ? '更正这个数' : '改报'}
    </Button>
  ) : undefined

  const over =
    state.asking && view && form ? (
      <JumpSheet view={view} form={form} onYes={() => void state.send(true)} onNo={state.lookAgain} />
    ) : returning && last ? (
      <ReasonSheet
        title="退回，请他们改报？"
        usual={['请核对单位', '请核对统计口径', '来源文件对不上']}
        hint="哪里要核对"
        note="填报的人会看到原因，改好以后再报上来。"
        yes="退回"
        no="先不退回"
        busy={busy}
        problem={fault}
        onYes={(words) => void state.judge(last.n, words).then((done) => done && setReturning(false))}
        onClose={() => setReturning(false)}
      />
    ) : undefined

  return (
    <Page title="填报" read={read} foot={foot} over={over}>
      {view && (
        <>
          <View>
            <View className="t-h1" {...aria({ role: 'heading' })}>
              {view.indicator.name}
            </View>
            <View className="t-s">
              <Pieces of={[view.org.name, periodName(view.period), ...(view.overdue ? ['已逾期'] : [])]} />
            </View>
          </View>
          {!filling && !over && trouble}
          {filling && view.entry.state === 'returned' && last?.verdict && (
            <Notice tone="red" icon="alert">
              退回原因：{last.verdict.words}
            </Notice>
          )}
          {filling && view.entry.standing !== null && <Notice tone="grey">更正审过之前，报告里仍用原来的数。</Notice>}
          {filling && form ? (
            <>
              <View className="t-s">{view.indicator.definition}</View>
              <EntryForm view={view} form={form} onChange={state.change} />
              <View className="t-xs">填的内容随时存在手机里，离开再回来还在。</View>
              {view.entry.revision > 0 && (
                <Button kind="plain" onClick={state.discard}>
                  不改了，清掉刚填的
                </Button>
              )}
            </>
          ) : (
            view.entry.revision === 0 && (
              <Card>
                <StateView icon="empty" {...emptyWords(view)} />
              </Card>
            )
          )}
          {!filling && view.mayJudge && view.entry.state === 'submitted' && last?.mine && (
            <Notice tone="grey">这个数是您自己报的，请上级组织的其他同志审核。</Notice>
          )}
          {view.entry.submissions.length > 0 && <History view={view} />}
        </>
      )}
    </Page>
  )
}
