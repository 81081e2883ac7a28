import { useState } from 'react'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { Segmented } from '@/components/segmented/segmented'
import type { OrgNode } from '@/contracts/stats'
import { periodShort, periodText } from '../../components/period/period.shared'
import { goUp } from '../../go'
import { kindViews } from '../../kinds'
import { notFetched } from './figures.shared'
import { FiguresBody } from './figures-body'
import { FiguresHead } from './figures-head'
import { FiguresOver, type Over } from './figures-over'
import { useFigures } from './use-figures'
import './index.scss'

/** 参与统计: who took part in an organisation in a period, drawn before it is listed; every number opens. */
export default function FiguresPage() {
  const state = useFigures()
  const { overview, period, today, view, slice } = state
  const [over, setOver] = useState<Over | null>(null)
  const words = periodText(period, today)
  const target = (org: OrgNode) => ({ orgId: org.id, kind: view.kind, ...period, slice })

  return (
    <Page
      title="参与统计"
      read={state.read}
      over={over && <FiguresOver over={over} state={state} onOver={setOver} target={target} />}
    >
      {overview && (
        <>
          <FiguresHead
            overview={overview}
            periodWord={periodShort(period, today)}
            onPeriod={() => setOver({ of: 'period' })}
            onOrg={(org) => goUp(target(org))}
          />
          <Segmented
            options={kindViews.map(({ kind, label }) => ({ value: kind, text: label }))}
            value={view.kind}
            onChange={state.setKind}
          />
          {state.fault && (
            <Notice icon="offline" action="重试" onAction={state.retry}>
              {notFetched({ days: words, slice }, { days: periodText(overview, today), slice: state.shownSlice })}
            </Notice>
          )}
          {overview.from > today ? (
            <Notice action="换一段" onAction={() => setOver({ of: 'period' })}>
              {`${words}还没有到，到了才有数字。`}
            </Notice>
          ) : (
            <FiguresBody state={state} overview={overview} onOver={setOver} target={target} />
          )}
        </>
      )}
    </Page>
  )
}
