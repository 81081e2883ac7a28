import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import type { IconName } from '@/components/icon/icon.shared'
import { Phrases } from '@/components/phrases/phrases'
import { Tag } from '@/components/tag/tag'
import { clockWords, whenWords } from '@/components/words/when.shared'
import type { ThemeDay } from '@/contracts/themeday'
import { formsWords, type Stage } from './checkin.shared'

const stageTags: Readonly<Record<Stage, { text: string; tone: 'red' | 'ok' | 'wait' | 'grey' }>> = {
  before: { text: '还没开始签到', tone: 'wait' },
  open: { text: '正在签到', tone: 'red' },
  over: { text: '已结束', tone: 'grey' },
  done: { text: '已参加', tone: 'ok' },
  late: { text: '等书记确认', tone: 'wait' },
  leave: { text: '已请假', tone: 'wait' },
}

const CANCELLED = { text: '已取消', tone: 'grey' } as const
const WAITING = { text: '待上传', tone: 'wait' } as const

interface DayCardProps {
  day: ThemeDay
  stage: Stage
  now: number
  /** What the member did is not with the server yet. */
  waiting: boolean
}

/** What, when, where, and in which order. */
export function DayCard({ day, stage, now, waiting }: DayCardProps) {
  const tag = waiting ? WAITING : day.cancelled ? CANCELLED : stageTags[stage]
  const when = `${whenWords(day.startsAt, now)} — ${clockWords(day.endsAt)}`
  return (
    <Card>
      <Tag tone={tag.tone}>{tag.text}</Tag>
      <View className="t-h1 checkin__title">
        <Phrases title={day.title} />
      </View>
      <Fact icon="clock" text={when} />
      {day.changedAt && !day.cancelled && stage === 'before' && (
        <View className="t-s checkin__changed">{whenWords(day.changedAt, now)} 改过安排，请以这里为准。</View>
      )}
      <Fact icon="place" text={day.place} />
      <Fact icon="people" text={day.orgName} />
      {day.forms.length > 0 && <Fact icon="calendar" text={formsWords(day.forms)} />}
      {day.agenda.length > 0 && (
        <View className="checkin__agenda">
          <View className="t-h3">议程</View>
          {day.agenda.map((step, index) => (
            <View key={step} className="checkin__step">
              <View className="checkin__number">{index + 1}</View>
              <View className="t-p l-grow">{step}</View>
            </View>
          ))}
        </View>
      )}
    </Card>
  )
}

function Fact({ icon, text }: { icon: IconName; text: string }) {
  return (
    <View className="checkin__fact">
      <Icon name={icon} size={20} />
      <View className="t-p checkin__words">{text}</View>
    </View>
  )
}
