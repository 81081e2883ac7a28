import { View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { APP_VERSION, licences, principles } from './about.shared'
import './index.scss'

/** 关于: what this is, what it does not do, where to complain, and on what it stands. */
export default function AboutPage() {
  return (
    <Page title="关于初心学堂">
      <View>
        <View className="t-h1" {...aria({ role: 'heading' })}>
          初心学堂
        </View>
        <View className="t-s">版本 {APP_VERSION}</View>
      </View>
      <View className="t-p">
        给县里的党员和党支部用的小程序：学应知应会，听微党课，参加主题党日。参加一次记一次，支部不用再打电话统计，党员不用再填表。
      </View>
      <Card>
        <View className="t-h3">我们不做的事</View>
        {principles.map(({ title, text }) => (
          <View key={title} className="about__point">
            <View className="t-h3 t-red">{title}</View>
            <View className="t-s">{text}</View>
          </View>
        ))}
      </Card>
      <Card>
        <View className="t-h3">内容从哪里来</View>
        <View className="t-s">
          每道题、每门微党课都注明依据的文件和条款，解释是我们自己写的，由第二个人对照原文核过。发现有错，请写给我们。
        </View>
      </Card>
      <Card kind="list">
        <ListRow
          icon="report"
          title="有意见，写在这里"
          note="投诉不经过您的支部，直接交给上一级党组织"
          onClick={() => goTo({ page: 'letters' })}
        />
        <ListRow
          icon="person"
          tone="grey"
          title="我的数据"
          note="查看、更正、撤回同意"
          onClick={() => goTo({ page: 'data' })}
        />
      </Card>
      <Card>
        <View className="t-h3">用到的开放源代码</View>
        {licences.map(({ name, licence }) => (
          <View key={name} className="about__licence">
            <View className="t-s l-grow">{name}</View>
            <View className="t-s">{licence}</View>
          </View>
        ))}
      </Card>
    </Page>
  )
}
