import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import type { OutputOf } from '@/contracts/action'
import type { ParticipationKind } from '@/contracts/common'
import type { listActivities } from '@/contracts/opening'
import type { ThemeDayForm } from '@/contracts/themeday'
import { formatNumber, sliceOf } from '@/domain/metrics'
import type { Period } from '@/domain/time/day'
import { stats } from '@/services/stats'
import { ActivityRows } from '../../components/activity-rows/activity-rows'
import { ExportButton } from '../../components/job/export-button'
import { useListed } from '../../use-listed'
import { activityWords } from './figure.shared'

interface ActivitiesCardProps {
  orgId: string
  kind: ParticipationKind
  form: ThemeDayForm | null
  slice: string
  period: Period
  today: string
}

/** So many before one asks for more, and so many more each time: what comes below is to be found. */
const AT_FIRST = 6
const AT_ONCE = 25

type List = OutputOf<typeof listActivities>

/** The activities behind a figure, latest first; each opens to its people. */
export function ActivitiesCard({ orgId, kind, form, slice, period, today }: ActivitiesCardProps) {
  const [shown, setShown] = useState(AT_FIRST)
  const list = useListed<List>({
    name: `${orgId}.${kind}`,
    load: (shown) => stats.activities({ orgId, kind, form, slice, ...period, after: shown?.next ?? null }),
    join: (shown, further) => ({ ...further, rows: [...shown.rows, ...further.rows] }),
  })
  const words = activityWords[kind]
  const { data, error, reload } = list.read
  if (data === null) {
    if (error === null) return null
    return (
      <Notice icon="offline" action="重试" onAction={() => void reload()}>
        {error.message}
      </Notice>
    )
  }
  if (data.total === 0) return null
  const rows = data.rows.slice(0, shown)
  const left = data.total - rows.length
  const more = () => {
    if (shown >= data.rows.length) list.more()
    setShown(shown + AT_ONCE)
  }
  return (
    <>
      <Card kind="list">
        <View className="f-head">
          <View className="t-h3">{words.title}</View>
          <View className="t-s">
            {formatNumber(data.total)} {words.one}，共 {formatNumber(data.times)} 人次
          </View>
        </View>
        <ActivityRows
          rows={rows}
          today={today}
          orgId={orgId}
          onOpen={(id) => goTo({ page: 'activity', orgId, kind, slice, ...period, id })}
        />
        {list.fault && (
          <View className="f-head">
            <Notice icon="offline">{list.fault}</Notice>
          </View>
        )}
        {left > 0 && (
          <View className="f-head">
            <Button kind="plain" busy={list.adding} onClick={more}>
              更多（还有 {formatNumber(left)} {words.one.slice(0, 1)}）
            </Button>
          </View>
        )}
      </Card>
      {/* a file has all activities of a kind, whatever their form */}
      {form === null && (
        <ExportButton
          key={`${orgId} ${slice}`}
          view={{ what: 'activities', kind, orgId, ...period, slice: sliceOf(slice) }}
        />
      )}
    </>
  )
}
