import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { whenWords } from '@/components/words/when.shared'
import { AnswerSheet } from './answer-sheet'
import { fromWords, kindWords } from './mailbox.shared'
import { useMailbox } from './use-mailbox'
import './index.scss'

/** 建议和投诉信箱: what members wrote to an organisation, unanswered first. Nothing of it is kept on the phone. */
export default function MailboxPage() {
  const { read, page, more, adding, fault, typed, type } = useMailbox()
  const [openId, setOpenId] = useState<string | null>(null)
  const letter = page?.rows.find(({ id }) => id === openId)
  const sheet = page && letter && (
    <AnswerSheet
      key={letter.id}
      letter={letter}
      orgName={page.orgName}
      typed={typed[letter.id]}
      onType={(text) => type(letter.id, text)}
      onClose={() => setOpenId(null)}
      onAnswered={() => {
        setOpenId(null)
        type(letter.id, null)
        void read.reload()
      }}
      onChanged={() => void read.reload()}
    />
  )
  const now = Date.now()
  return (
    <Page title="建议和投诉信箱" read={read} over={sheet}>
      {page && (
        <>
          <View>
            <View className="t-h2">{page.orgName}</View>
            <View className="t-s">{page.open > 0 ? `${page.open} 封等待答复` : '都答复过了'}</View>
          </View>
          {page.rows.length === 0 ? (
            <Card>
              <StateView icon="empty" title="还没有来信" hint="党员在“我的—建议和投诉”里写的，会出现在这里。" />
            </Card>
          ) : (
            <Card kind="list">
              {page.rows.map((row) => (
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
          {fault && <Notice icon="offline">{fault}</Notice>}
          {page.next !== null && (
            <Button kind="plain" busy={adding} onClick={() => void more()}>
              再列一些
            </Button>
          )}
        </>
      )}
    </Page>
  )
}
