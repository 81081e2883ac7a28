import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import type { Read } from '@/components/page/read.shared'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import type { Letter } from '@/contracts/me'
import { letterWords, orgsWords } from './letters.shared'

/** The letters that one wrote, each with its reply. Writing goes on without them: they have their own states. */
export function LetterList({ read }: { read: Read<{ rows: Letter[] }> & { reload: () => Promise<void> } }) {
  const now = Date.now()
  const rows = read.data?.rows ?? []
  if (read.data === null && read.error) {
    return (
      <Notice icon="offline" action="重试" onAction={() => void read.reload()}>
        以前的来信现在打不开，写信不受影响
      </Notice>
    )
  }
  if (rows.length === 0) return null
  return (
    <>
      <View className="t-h3">写过的</View>
      {rows.map(({ id, kind, text, sentAt, toOrgNames, reply }) => (
        <Card key={id}>
          <View className="l-ends">
            <Tag tone={kind === 'complaint' ? 'red' : 'gold'}>{letterWords[kind].name}</Tag>
            <Tag tone={reply ? 'ok' : 'grey'}>{reply ? '已答复' : '等待答复'}</Tag>
          </View>
          <View className="t-p letters__text">{text}</View>
          <View className="t-s">
            {whenWords(sentAt, now)} 送到{orgsWords(toOrgNames)}
          </View>
          {reply && (
            <View className="letters__answer">
              <View className="t-s">
                {reply.orgName}的答复 · {whenWords(reply.at, now)}
              </View>
              <View className="t-p letters__text">{reply.text}</View>
            </View>
          )}
        </Card>
      ))}
    </>
  )
}
