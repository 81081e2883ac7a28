import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Dotted } from '@/components/phrases/dotted'
import { StateView } from '@/components/state-view/state-view'
import { sliceOf, sliceWords } from '@/domain/metrics'
import { ExportButton } from '../../components/job/export-button'
import { periodText } from '../../components/period/period.shared'
import { RemindSheet } from '../../components/remind-sheet/remind-sheet'
import { SliceTabs } from '../../components/slice-tabs/slice-tabs'
import { asOfText } from '../../when.shared'
import { BranchBars } from './branch-bars'
import { MissingSummary } from './missing-summary'
import { NameList } from './name-list'
import { useMissing } from './use-missing'
import './index.scss'

/** 未参加名单: how many, where, and (for those responsible) who. */
export default function MissingListPage() {
  const state = useMissing()
  const { page, slice } = state
  const { reminding, chosen } = state.remind
  const empty = page?.members === 0 ? '这里没有流动党员' : '都参加了'
  return (
    <Page
      title={page?.people === null ? '未参加人数' : '未参加名单'}
      read={state.read}
      foot={
        state.remind.offered && (
          <Button onClick={reminding.ask}>{chosen.size > 0 ? `提醒选中的 ${chosen.size} 人` : '提醒没参加的人'}</Button>
        )
      }
      over={
        reminding.asking && (
          <RemindSheet title={state.remind.question} lines={state.remind.lines} reminding={reminding} />
        )
      }
    >
      {page && (
        <>
          <View>
            <View className="t-h2" {...aria({ role: 'heading' })}>
              {page.org.name}
            </View>
            <View className="t-s">
              <Dotted
                parts={[
                  state.kindLabel,
                  periodText(state.period, state.today),
                  slice === 'all' || slice === 'mobile' ? '' : sliceWords(sliceOf(slice)),
                ]}
              />
            </View>
          </View>
          {page.missing === 0 ? (
            <Card>
              <SliceTabs slice={slice} onSlice={state.setSlice} />
              <StateView
                icon={page.members === 0 ? 'empty' : 'check'}
                tone={page.members === 0 ? 'faint' : 'ok'}
                title={empty}
                hint={page.members === 0 ? '换成全体党员再看。' : '这段时间没有人落下。'}
              />
            </Card>
          ) : (
            <>
              <MissingSummary page={page} slice={slice} onSlice={state.setSlice} />
              {reminding.told && (
                <Notice tone="ok" icon="check">
                  {reminding.told}
                </Notice>
              )}
              <BranchBars
                branches={page.branches}
                onBranch={(orgId) =>
                  goTo({
                    page: 'missing',
                    orgId,
                    kind: state.kind,
                    slice,
                    ...state.period,
                    ...(state.form && { form: state.form }),
                  })
                }
              />
              <NameList
                page={page}
                adding={state.adding}
                fault={state.moreFault}
                onMore={() => void state.more()}
                chosen={page.canRemind && !state.remind.over ? chosen : null}
                onChoose={state.remind.toggle}
              />
            </>
          )}
          {page.members > 0 && state.form === null && (
            <ExportButton
              key={slice}
              names={page.people !== null}
              view={{
                what: 'missing',
                orgId: page.org.id,
                kind: state.kind,
                from: state.period.from,
                to: state.period.to,
                slice: sliceOf(slice),
              }}
            />
          )}
          <View className="t-xs m-asof">{asOfText(page.asOf)}</View>
        </>
      )}
    </Page>
  )
}
