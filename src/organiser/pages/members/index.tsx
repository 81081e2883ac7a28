import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'
import { Tag } from '@/components/tag/tag'
import { TextLine } from '@/components/text-line/text-line'
import { MemberSheet } from './member-sheet'
import { byBranch, unboundWords, wayIn } from './members.shared'
import { useMembers } from './use-members'
import './index.scss'

/** 党员名册: who belongs here, who has not come in yet, and what to do about it. */
export default function MembersPage() {
  const { read, page, name, setName, searching, more, adding, fault, changed } = useMembers()
  const [openId, setOpenId] = useState<string | null>(null)
  const member = page?.rows.find(({ id }) => id === openId)
  const sheet = member && (
    <MemberSheet member={member} onClose={() => setOpenId(null)} onChanged={(change) => changed(member.id, change)} />
  )
  const unbound = page && !searching ? unboundWords(page.rows, page.next !== null) : null
  return (
    <Page title="党员名册" read={read} over={sheet}>
      {page && (
        <>
          <View>
            <View className="t-h2">{page.orgName}</View>
            {unbound && <View className="t-s">{unbound}</View>}
          </View>
          <TextLine value={name} onChange={setName} label="按姓名查找" hint="按姓名查找" most={40} />
          {page.rows.length === 0 && (
            <Card>
              <StateView
                icon="empty"
                title={searching ? '没有这个名字' : '名册上还没有人'}
                hint={searching ? '换一个字再试，或清空查找。' : '接转组织关系后，党员会出现在这里。'}
              />
            </Card>
          )}
          {byBranch(page.rows).map(({ orgName, rows }) => (
            <Card key={orgName} kind="list">
              {orgName !== page.orgName && <View className="t-s members__branch">{orgName}</View>}
              {rows.map((row) => (
                <ListRow
                  key={row.id}
                  title={row.name}
                  note={wayIn(row)}
                  end={row.mobile || !row.full ? <Tag tone="gold">{row.mobile ? '流动' : '预备'}</Tag> : undefined}
                  onClick={() => setOpenId(row.id)}
                />
              ))}
            </Card>
          ))}
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
