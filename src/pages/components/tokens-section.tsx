import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { contrast, pairs } from './contrast.shared'
import { Section } from './section'

const texts = [
  ['t-h1', '页面的称呼，24'],
  ['t-h2', '卡片的标题，20'],
  ['t-h3', '一行的标题，17 加粗'],
  ['t-p', '正文，17：党员在手机上读的字，不小于它。'],
  ['t-s', '说明，15'],
  ['t-xs', '标签和脚注，13'],
] as const

/** Colours with their contrast as it is computed here, and the text styles. */
export function TokensSection() {
  return (
    <Section name="颜色和字" use="一种红说要紧的事，金色只给学习内容；文字和底色的对比度不低于 4.5。">
      <Card>
        {pairs.map(({ name, use, text, ground }) => (
          <View key={name} className="catalogue__pair" style={{ color: text, backgroundColor: ground }}>
            <View className="l-grow">
              {use} · {name}
            </View>
            <View>{contrast(text, ground).toFixed(1)}</View>
          </View>
        ))}
      </Card>
      <Card>
        {texts.map(([className, words]) => (
          <View key={className} className={`${className} catalogue__text`}>
            {words}
          </View>
        ))}
        <View className="t-num">2,847</View>
      </Card>
    </Section>
  )
}
