import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { useLargeText } from '@/components/page/use-large-text'
import { Segmented } from '@/components/segmented/segmented'
import { Tag } from '@/components/tag/tag'
import { isConsentOld } from '@/components/words/consent.shared'
import { monthWords } from '@/components/words/month.shared'
import { DeskCards, RolesCard } from './roles-card'
import { useMe } from './use-me'
import './index.scss'

const isH5 = process.env.TARO_ENV === 'h5'
const sizes = [
  { value: 'normal', text: '标准' },
  { value: 'large', text: '大字' },
] as const

/** 我的: who I am here, what I have done this month, and everything that is about me. */
export default function MePage() {
  const read = useMe()
  const [large, setLarge] = useLargeText()
  const data = read.data
  return (
    <Page title="我的" read={read} tab="me">
      {data && (
        <>
          <View>
            <View className="l-ends">
              <View className="t-h1" {...aria({ role: 'heading' })}>
                {data.person.name}
              </View>
              {data.person.mobile && <Tag tone="gold">流动党员</Tag>}
            </View>
            <View className="t-s">{data.org.name}</View>
          </View>
          {isConsentOld(data.binding) && (
            <Notice tone="grey" action="看一眼" onAction={() => goTo({ page: 'data' })}>
              个人信息说明有更新
            </Notice>
          )}
          <DeskCards roles={data.roles} homeId={data.org.id} />
          {data.month && (
            <Card onClick={() => goTo({ page: 'record' })} label="我的参与记录">
              <View className="l-ends">
                <View className="t-h3">{monthWords(data.month.month)}</View>
                <Text className="t-s">我的参与记录 ›</Text>
              </View>
              <View className="l-cols me__counts">
                <Count value={data.month.quizzes} unit="次" name="答题" />
                <Count value={data.month.lessons} unit="门" name="微党课" />
                <Count value={data.month.themeDays} unit="次" name="主题党日" />
              </View>
            </Card>
          )}
          <Card kind="list">
            <ListRow icon="history" tone="ok" title="我的答题" onClick={() => goTo({ page: 'history' })} />
            <ListRow icon="pencil" tone="gold" title="笔记和心得" onClick={() => goTo({ page: 'writings' })} />
            <ListRow icon="mail" tone="grey" title="收到的提醒" onClick={() => goTo({ page: 'inbox' })} />
          </Card>
          <RolesCard roles={data.roles} />
          <Card>
            <View className="t-h3 me__size">字的大小</View>
            <Segmented
              options={sizes}
              value={large ? 'large' : 'normal'}
              onChange={(size) => setLarge(size === 'large')}
            />
          </Card>
          <Card kind="list">
            <ListRow
              icon="person"
              tone="grey"
              title="我的数据"
              note="存了什么、谁能看到、怎么撤回"
              onClick={() => goTo({ page: 'data' })}
            />
            <ListRow icon="report" tone="grey" title="建议和投诉" onClick={() => goTo({ page: 'letters' })} />
            <ListRow icon="book" tone="grey" title="关于初心学堂" onClick={() => goTo({ page: 'about' })} />
          </Card>
          {isH5 && (
            <View className="me__preview" onClick={() => goTo({ page: 'persona' })} {...aria({ role: 'button' })}>
              本机预览 · 换个身份
            </View>
          )}
        </>
      )}
    </Page>
  )
}

function Count({ value, unit, name }: { value: number; unit: string; name: string }) {
  return (
    <View>
      <View>
        <Text className="t-num me__number">{value}</Text>
        <Text className="t-s"> {unit}</Text>
      </View>
      <View className="t-s">{name}</View>
    </View>
  )
}
