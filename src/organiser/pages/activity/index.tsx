import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { Dotted } from '@/components/phrases/dotted'
import { StateView } from '@/components/state-view/state-view'
import { formatNumber, sliceOf, sliceWords } from '@/domain/metrics'
import { ExportButton } from '../../components/job/export-button'
import { periodText } from '../../components/period/period.shared'
import { asOfText } from '../../when.shared'
import { countParts } from './activity.shared'
import { BranchesCard } from './branches-card'
import { PeopleCard } from './people-card'
import { useActivity } from './use-activity'
import './index.scss'

/** Who took part: in one activity, or in any of a kind in a period. */
export default function ActivityPage() {
  const { read, page, period, today, slice, kind, form, label, activityId, adding, fault, more } = useActivity()
  const activity = page?.activity ?? null
  const title = activityId === undefined ? '参加的人' : '活动'
  return (
    <Page title={title} read={read}>
      {page && (
        <>
          <View>
            <View className="t-h2" {...aria({ role: 'heading' })}>
              {activity?.title ?? (activityId === undefined ? `参加过${label}的人` : '这项活动')}
            </View>
            <View className="t-s">
              <Dotted parts={[periodText(activity ?? period, today), activity?.holder?.name ?? '']} />
            </View>
          </View>
          {page.people === 0 ? (
            <Card>
              <StateView
                icon="empty"
                title={`${page.org.name}还没有人参加`}
                hint={
                  activity?.attendance ? `应到 ${formatNumber(activity.attendance.expected)} 人。` : '换一段时间再看。'
                }
              />
            </Card>
          ) : (
            <>
              <Card>
                <View className="t-s">
                  <Dotted parts={[page.org.name, slice === 'all' ? '' : sliceWords(sliceOf(slice))]} />
                </View>
                <View className="a-count">
                  <Text className="t-num">{formatNumber(page.people)}</Text>
                  <Text className="a-count__of">人参加</Text>
                </View>
                <View className="t-s">
                  <Dotted parts={countParts(page)} />
                </View>
              </Card>
              <BranchesCard
                page={page}
                onBranch={(orgId) =>
                  goTo({ page: 'activity', orgId, kind, slice, ...period, id: activityId, ...(form && { form }) })
                }
              />
              {page.rows === null ? (
                <Notice tone="grey" icon="person">
                  名单只给负责的支部书记和组织者看，这里只显示人数。
                </Notice>
              ) : (
                <PeopleCard
                  page={page}
                  adding={adding}
                  fault={fault}
                  onMore={more}
                  onPerson={(personId) => goTo({ page: 'participation', kind, personId, activityId, ...period })}
                />
              )}
            </>
          )}
          {kind === 'themeday' && activityId !== undefined && page.rows !== null && activity?.holder && (
            <Card kind="list">
              <ListRow
                icon="list"
                title="出勤名单"
                note="应到、请假和没来的"
                onClick={() => goTo({ page: 'attendance', themeDayId: activityId })}
              />
            </Card>
          )}
          {activityId !== undefined && page.people > 0 && (
            <ExportButton
              key={slice}
              view={{
                what: 'participants',
                orgId: page.org.id,
                kind,
                activityId,
                from: period.from,
                to: period.to,
                slice: sliceOf(slice),
              }}
            />
          )}
          <View className="t-xs a-asof">{asOfText(page.asOf)}</View>
        </>
      )}
    </Page>
  )
}
