import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { dayOf } from '@/domain/time'
import type { Home } from './home.shared'

/** The way to the figures and the report, for those who answer for an organisation. */
export function Desk({ desk, now }: { desk: NonNullable<Home['desk']>; now: number }) {
  const { orgId, orgName } = desk
  const to = dayOf(now)
  const from = `${to.slice(0, 7)}-01`
  return (
    <Card kind="list">
      <ListRow icon="chart" title="参与统计" note={orgName} onClick={() => goTo({ page: 'figures', orgId })} />
      <ListRow
        icon="report"
        tone="gold"
        title="督导报告"
        note="本月数字，逐项可查"
        onClick={() => goTo({ page: 'report', orgId, from, to })}
      />
    </Card>
  )
}
