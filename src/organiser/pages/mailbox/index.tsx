import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Page } from '@/components/page/page'
import { useRead } from '@/components/page/use-read'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import { me } from '@/services/me'
import { AnswerSheet } from './answer-sheet'
import { fromWords, kindWords } from './mailbox.shared'
import './index.scss'

/** 建议和投诉信箱: what members wrote to an organisation, unanswered first. Nothing of it is kept on the phone. */
export default function MailboxPage() {
  const { orgId = '' } = useRouter<{ orgId?: string }>().params
  const read = useRead({ name: null, load: () => me.mailbox(orgId) })
  const [openId, setOpenId] = useState<string | null>(null)
  const letter = read.data?.rows.find(({ id }) => id === openId)
  const answered = () => {
    setOpenId(null)
    void read.reload()
  }
  const sheet = letter && <AnswerSheet letter={letter} onClose={() => setOpenId(null)} onAnswered={answered} />
  const now = Date.now()
  return (
    <Page title="建议和投诉信箱" read={read} over={sheet}>
      {read.data && (
        <>
          <View>
            <View className="t-h2">{read.data.orgName}</View>
            <View className="t-s">{read.data.open > 0 ? `${read.data.open} 封等待答复` : '都答复过了'}</View>
          </View>
          {read.data.rows.length === 0 ? (
            <Card>
              <StateView icon="empty" title="还没有来信" hint="党员在“我的—建议和投诉”里写的，会出现在这里。" />
            </Card>
          ) : (
            <Card kind="list">
              {read.data.rows.map((row) => (
                <ListRow
                  key={row.id}
                  title={<View className="mailbox__first">{row.text}</View>}
                  note={
                    <>
                      <View>{fromWords(row)}</View>
                      <View>
                        {kindWords[row.kind]} · {whenWords(row.sentAt, now)}
                      </View>
                    </>
                  }
                  end={<Tag tone={row.reply ? 'ok' : 'red'}>{row.reply ? '已答复' : '待答复'}</Tag>}
                  onClick={() => setOpenId(row.id)}
                />
              ))}
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
