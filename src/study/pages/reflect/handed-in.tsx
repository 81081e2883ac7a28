import { View } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import type { Reflection } from '@/contracts/writing'
import { stateWords } from '../../writing-words.shared'

/** What the branch has, and what became of it. */
export function HandedIn({ reflection, onEdit }: { reflection: Reflection; onEdit: () => void }) {
  const { name, tone, hint } = stateWords[reflection.state]
  const returned = reflection.state === 'returned'
  return (
    <Card className="l-stack">
      <View className="l-ends">
        <Tag tone={tone} size="large">
          {name}
        </Tag>
        <View className="t-s">{whenWords(reflection.writtenAt, Date.now())}</View>
      </View>
      {returned ? <Notice tone="red">支部的意见：{reflection.returned}</Notice> : <View className="t-s">{hint}</View>}
      <View className="reflect__text">{reflection.text}</View>
      <Button kind={returned ? 'primary' : 'plain'} onClick={onEdit}>
        {returned ? '改好再交' : '改一改'}
      </Button>
    </Card>
  )
}
