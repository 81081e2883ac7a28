import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import { type ReflectionRow, stateWords } from './reflections.shared'

interface ReflectionCardProps {
  row: ReflectionRow
  busy: boolean
  onShow: () => void
  onReturn: () => void
}

/** A reflection in full, and what can be done with it. */
export function ReflectionCard({ row, busy, onShow, onReturn }: ReflectionCardProps) {
  const { name, tone } = stateWords[row.state]
  return (
    <Card className="l-stack">
      <View className="l-ends">
        <View className="t-h3">{row.name}</View>
        <Tag tone={tone}>{name}</Tag>
      </View>
      <View className="t-s">
        {row.about.kind === 'lesson' ? '微党课' : '主题党日'} · {row.title} · {whenWords(row.writtenAt, Date.now())}
      </View>
      <View className="reflections__text">{row.text}</View>
      {row.returned !== null && <View className="t-s">您的意见：{row.returned}</View>}
      <View className="l-cols">
        {row.state !== 'returned' && (
          <Button kind="plain" disabled={busy} onClick={onReturn} label={`请${row.name}修改`}>
            请改一改
          </Button>
        )}
        {row.state !== 'shown' && (
          <Button
            kind={row.state === 'review' ? 'primary' : 'plain'}
            busy={busy}
            onClick={onShow}
            label={`收下${row.name}的心得`}
          >
            {row.state === 'review' ? '收下' : '不用改了，收下'}
          </Button>
        )}
      </View>
    </Card>
  )
}
