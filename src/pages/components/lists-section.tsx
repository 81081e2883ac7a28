import { View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Card } from '@/components/card/card'
import { Icon } from '@/components/icon/icon'
import { iconNames } from '@/components/icon/icon.shared'
import { ListRow } from '@/components/list-row/list-row'
import { Tag } from '@/components/tag/tag'
import { Why } from '@/components/why/why'
import { Section } from './section'

const nothing = () => undefined

/** What one reads. */
export function ListsSection() {
  return (
    <>
      <Section
        name="Card · ListRow · Tag"
        use="白卡片放一件事；列表的行不低于 56，能点的行以箭头或标签结尾。大字时不画图标，地方让给字。"
      >
        <Card kind="list">
          <ListRow icon="book" tone="gold" title="党员的八项义务" note="微党课 · 必修" onClick={nothing} />
          <ListRow
            icon="pencil"
            title="2026年11月应知应会答题"
            note="20 题，11 月 30 日 24:00 截止，可答 2 次"
            end={<Tag tone="ok">已参加</Tag>}
            onClick={nothing}
          />
          <ListRow
            icon="calendar"
            title="示例县示例镇样例街道演示路社区联合党支部主题党日"
            note="名字很长的时候"
            end={<Tag tone="grey">已结束</Tag>}
          />
        </Card>
        <Card>
          <View className="catalogue__tags">
            <Tag>多选</Tag>
            <Tag tone="ok">已完成</Tag>
            <Tag tone="wait">待上传</Tag>
            <Tag tone="gold">必修</Tag>
            <Tag tone="grey">已结束</Tag>
            <Tag tone="grey" size="large">
              剩余 18:42
            </Tag>
          </View>
        </Card>
      </Section>
      <Section name="Bar" use="先画再写数；旁边一定有字说同一件事。">
        <Card>
          <View className="l-stack">
            <Bar parts={[{ fraction: 0.35 }]} />
            <Bar
              size="thick"
              parts={[
                { fraction: 0.6, tone: 'ok' },
                { fraction: 0.12, tone: 'gold' },
              ]}
              label="现场六成，线上一成二"
            />
          </View>
        </Card>
      </Section>
      <Section name="Why" use="为什么对，依据哪一条。">
        <Card>
          <Why
            explanation="每月应当有一次主题党日。"
            source={{ document: '中国共产党党员教育管理工作条例', article: '第十六条' }}
          />
        </Card>
      </Section>
      <Section name="Icon" use="只陪衬，不单独说话；读屏不读它。">
        <Card>
          <View className="catalogue__icons">
            {iconNames.map((name) => (
              <View key={name} className="catalogue__icon">
                <Icon name={name} tone="ink" />
              </View>
            ))}
          </View>
        </Card>
      </Section>
    </>
  )
}
