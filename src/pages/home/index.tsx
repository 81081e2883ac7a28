import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { useLargeText } from '@/components/page/use-large-text'
import { Tag } from '@/components/tag/tag'
import { greetingWords } from '@/components/words/when.shared'
import { Desk } from './desk'
import { Hero } from './hero'
import { OutboxNotices } from './outbox-notices'
import { useHome } from './use-home'
import './index.scss'

const isH5 = process.env.TARO_ENV === 'h5'

/** Home: who I am, the one main thing to do, the rest below, and nothing to compare oneself with. */
export default function HomePage() {
  const { read, outbox, view } = useHome()
  const [large, setLarge] = useLargeText()
  return (
    <Page title="初心学堂" read={read} onBack={null}>
      {view && (
        <>
          <View className="home__head">
            <View className="l-grow">
              <View className="t-h1">
                <Text className="t-whole">{greetingWords(view.now)}，</Text>
                <Text className="t-whole">{view.home.person.name}</Text>
              </View>
              <View className="t-s">{view.home.org.name}</View>
            </View>
            <View
              className={`home__large ${large ? 'home__large--on' : ''}`}
              onClick={() => setLarge(!large)}
              {...aria({ role: 'checkbox', checked: large, label: '大字' })}
            >
              {large ? '大字 ✓' : '大字'}
            </View>
          </View>
          <OutboxNotices state={outbox} />
          <Hero task={view.main} />
          {view.rest.length > 0 && (
            <Card kind="list">
              {view.rest.map(({ key, title, note, icon, tone, tag, target }) => (
                <ListRow
                  key={key}
                  icon={icon}
                  tone={tone}
                  title={title}
                  note={note}
                  end={tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : undefined}
                  onClick={target ? () => goTo(target) : undefined}
                />
              ))}
            </Card>
          )}
          <Card>
            <View className="t-h3">本月</View>
            <View className="l-cols home__counts">
              <Count value={view.home.month.quizzes} unit="次" name="答题" />
              <Count value={view.home.month.lessons} unit="门" name="微党课" />
              <Count value={view.home.month.themeDays} unit="次" name="主题党日" />
            </View>
          </Card>
          {view.home.desk && <Desk desk={view.home.desk} now={view.now} />}
          {isH5 && (
            <View className="home__preview" onClick={() => goTo({ page: 'persona' })} {...aria({ role: 'button' })}>
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
      <View className="home__count">
        <Text className="t-num home__number">{value}</Text>
        <Text className="t-s"> {unit}</Text>
      </View>
      <View className="t-s">{name}</View>
    </View>
  )
}
