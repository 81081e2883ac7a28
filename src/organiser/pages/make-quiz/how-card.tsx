import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Segmented } from '@/components/segmented/segmented'
import type { QuizSettings } from '@/contracts/plan'
import { Chips } from '../../components/form/chips'
import { Field } from '../../components/form/field'
import { StepField } from '../../components/form/stepper'
import { LineField } from '../../components/form/text-fields'
import { WhenField } from '../../components/form/when-field'
import { partialNames, pointsWords, releaseNames } from './make.shared'

interface HowProps {
  settings: QuizSettings
  onChange: (change: Partial<QuizSettings>) => void
}

const modes = [
  { value: 'exam', text: '考试' },
  { value: 'practice', text: '练习' },
  { value: 'daily', text: '每日一答' },
] as const
const modeNotes = {
  exam: '计入参与统计，可以限时、限次数。',
  practice: '想做几遍做几遍，不计入任何统计。',
  daily: '每天一份，整个系列算一次参与；哪天没答都不算欠。',
} as const

const entriesOf = <Value extends string>(names: Readonly<Record<Value, string>>) =>
  (Object.entries(names) as [Value, string][]).map(([value, text]) => ({ value, text }))

/** What it is called, and of which kind it is. */
export function NameCard({ settings, onChange }: HowProps) {
  return (
    <Card className="l-stack">
      <LineField
        name="标题"
        value={settings.title}
        onChange={(title) => onChange({ title })}
        hint="如：十二月应知应会答题"
        most={40}
      />
      <Field name="方式" note={modeNotes[settings.mode]}>
        <Segmented options={modes} value={settings.mode} onChange={(mode) => onChange({ mode })} />
      </Field>
    </Card>
  )
}

/** How each member answers it, and what it is worth. */
export function HowCard({ settings, pool, onChange }: HowProps & { pool: number }) {
  const { mode, deal, minutes, attempts, partial, release, passPercent } = settings
  const isExam = mode === 'exam'
  const dealt = Math.min(deal ?? pool, pool)
  return (
    <Card className="l-stack">
      <View className="t-h2">怎么答</View>
      <StepField
        name="每人答几道"
        note={deal === null || deal >= pool ? '大家题目一样，顺序不同。' : `从 ${pool} 道里给每人抽 ${deal} 道。`}
        value={Math.max(1, dealt)}
        least={1}
        most={Math.max(1, Math.min(100, pool))}
        unit=" 道"
        onChange={(count) => onChange({ deal: count >= pool ? null : count })}
      />
      {isExam && (
        <StepField
          name="时限"
          note={minutes === 0 ? '不限时，截止前都能答。' : '从打开答卷算起；调到 0 就是不限时。'}
          value={minutes}
          least={0}
          most={180}
          step={5}
          unit=" 分钟"
          onChange={(value) => onChange({ minutes: value })}
        />
      )}
      {isExam && (
        <StepField
          name="可以答几次"
          value={attempts}
          least={1}
          most={10}
          unit=" 次"
          onChange={(value) => onChange({ attempts: value })}
        />
      )}
      <StepField
        name="及格线"
        note={pointsWords(settings, pool)}
        value={passPercent}
        least={0}
        most={100}
        step={5}
        unit="%"
        onChange={(value) => onChange({ passPercent: value })}
      />
      <Field name="多选漏选">
        <Chips options={entriesOf(partialNames)} value={[partial]} onPress={(value) => onChange({ partial: value })} />
      </Field>
      <Field name="答案什么时候看" note="手册里有的题，在手册里随时能看到答案。">
        <Chips options={entriesOf(releaseNames)} value={[release]} onPress={(value) => onChange({ release: value })} />
      </Field>
    </Card>
  )
}

/** From when to when it is open, and how long a paper may be on its way. */
export function WhenCard({ settings, now, onChange }: HowProps & { now: number }) {
  return (
    <Card className="l-stack">
      <View className="t-h2">什么时候答</View>
      <Field name="开始">
        <WhenField label="开始" value={settings.opensAt} now={now} onChange={(opensAt) => onChange({ opensAt })} />
      </Field>
      <Field name="截止" note={settings.mode === 'daily' ? '最后一天的答卷到当天 24:00。' : undefined}>
        <WhenField
          label="截止"
          value={settings.closesAt}
          now={now}
          isEnd
          onChange={(closesAt) => onChange({ closesAt })}
        />
      </Field>
      <StepField
        name="没网可晚到"
        note="按时答完、当时没有网的，联网后这么久以内送到都算数。"
        value={settings.graceHours}
        least={0}
        most={72}
        step={12}
        unit=" 小时"
        onChange={(graceHours) => onChange({ graceHours })}
      />
    </Card>
  )
}
