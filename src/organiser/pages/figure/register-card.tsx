import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { periodName } from '@/domain/register/periods'
import type { Explained } from './figure.shared'

/** So many periods at once; the page of the indicator leads to those before. */
const MOST = 4

/** The entries behind a figure that organisations report: by period, the latest first, each with who reported what on which paper. */
export function RegisterCard({ explained }: { explained: Explained }) {
  const { periods, org, figure } = explained
  if (!periods || periods.length === 0) return null
  return (
    <Card kind="list">
      {periods
        .slice(-MOST)
        .reverse()
        .map((period) => (
          <ListRow
            key={period}
            icon="list"
            title={`台账 ${periodName(period)}`}
            note="各单位报的数、来源文件和审核情况"
            onClick={() => goTo({ page: 'indicator', orgId: org.id, code: figure.code, period })}
          />
        ))}
    </Card>
  )
}
