import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { useRead } from '@/components/page/use-read'
import { Dotted } from '@/components/phrases/dotted'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { dayOf } from '@/domain/time/day'
import { stats } from '@/services/stats'
import { dayText, periodFromParams, periodText } from '../../components/period/period.shared'
import { kindView } from '../../kinds'
import { behindLines, entryLines, entryTitle, type Participation, type PersonRecord } from './participation.shared'
import './index.scss'

interface Params extends Record<string, string> {
  kind: string
  personId: string
  activityId: string
  from: string
  to: string
}

/** 参加记录: the ledger's entries of one person, with every correction. Kept on no phone. */
export default function ParticipationPage() {
  const { params } = useRouter<Params>()
  const [today] = useState(() => dayOf(Date.now()))
  const [period] = useState(() => periodFromParams(params, today))
  const { personId = '', activityId } = params
  const { kind, label } = kindView(params.kind)
  const read = useRead<PersonRecord>({
    name: null,
    load: () => stats.record({ kind, personId, activityId: activityId ?? null, ...period }),
    onShow: false,
  })
  const record = read.data
  return (
    <Page title="参加记录" read={read}>
      {record && (
        <>
          <View>
            <View className="t-h2" {...aria({ role: 'heading' })}>
              {record.person.name}
            </View>
            <View className="t-s">
              <Dotted parts={[record.person.orgName, label, periodText(period, today)]} />
            </View>
          </View>
          {record.participations.length === 0 && (
            <Card>
              <StateView icon="empty" title="这段时间没有记录" hint="换一段时间再看。" />
            </Card>
          )}
          {record.participations.map((one) => (
            <OneCard key={one.activityId} one={one} now={record.asOf} today={today} />
          ))}
          <Notice tone="grey">这里只记参加没参加，不显示成绩。更正过的，前后都留着。</Notice>
        </>
      )}
    </Page>
  )
}

function OneCard({ one, now, today }: { one: Participation; now: number; today: string }) {
  const behind = behindLines(one, now)
  return (
    <Card>
      <View className="l-ends">
        <View className="t-h3 p-title">{one.title}</View>
        <Tag tone={one.counts ? 'ok' : 'grey'}>{one.counts ? '算参加' : '不算参加'}</Tag>
      </View>
      <View className="t-s">
        <Dotted parts={[dayText(one.day, today), one.holder?.name ?? '']} />
      </View>
      <View className="p-entries">
        {one.entries.map((entry, i) => (
          <View key={entry.revision} className="p-entry">
            <View className="p-entry__title">{entryTitle(entry, one.entries[i - 1])}</View>
            {entryLines(entry, now).map((line) => (
              <View key={line} className="t-s">
                {line}
              </View>
            ))}
          </View>
        ))}
      </View>
      {behind.length > 0 && (
        <View className="p-behind">
          {behind.map((line) => (
            <View key={line} className="t-s">
              {line}
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}
