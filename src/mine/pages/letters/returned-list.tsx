import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Tag } from '@/components/tag/tag'
import type { ReturnedLetter } from '@/services/writing/letter-drafts.shared'
import { letterWords } from './letters.shared'

interface ReturnedListProps {
  letters: readonly ReturnedLetter[]
  onReopen: (key: string) => void
  onThrowAway: (key: string) => void
}

/** Letters that were written and not taken: why, and what can be done with each. Throwing one away is asked twice. */
export function ReturnedList({ letters, onReopen, onThrowAway }: ReturnedListProps) {
  const [sure, setSure] = useState<string | null>(null)
  if (letters.length === 0) return null
  return (
    <>
      <View className="t-h3">没有送出去的</View>
      {letters.map(({ key, kind, text, why }) => (
        <Card key={key}>
          <Tag tone="gold">{letterWords[kind].name}</Tag>
          <View className="t-p letters__text">{text}</View>
          <View className="t-s">{why}</View>
          <View className="l-cols letters__send">
            <Button kind="plain" onClick={() => (sure === key ? onThrowAway(key) : setSure(key))}>
              {sure === key ? '确定删掉' : '不要了'}
            </Button>
            <Button kind="quiet" onClick={() => onReopen(key)}>
              改一改
            </Button>
          </View>
        </Card>
      ))}
    </>
  )
}
