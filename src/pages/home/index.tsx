import { Text, View } from '@tarojs/components'
import { aria } from '@/components/aria/aria'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { useLargeText } from '@/components/page/use-large-text'
import { greetingWords } from '@/components/words/when.shared'
import { Desk } from './desk'
import { Hero } from './hero'
import { InboxNotice } from './inbox-notice'
import { MonthCard } from './month-card'
import { OutboxNotices } from './outbox-notices'
import { TaskList } from './task-list'
import { useHome } from './use-home'
import './index.scss'

const isH5 = process.env.TARO_ENV === 'h5'

/** Home: who I am, the one main thing to do, the rest below, and nothing to compare oneself with. */
export default function HomePage() {
  const { read, outbox, view } = useHome()
  const [large, setLarge] = useLargeText()
  return (
    <Page title="初心学堂" read={read} tab="home">
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
          {/* what an older server or the phone's last answer does not say is none */}
          <InboxNotice unread={view.home.unread ?? 0} />
          <Hero task={view.main} />
          <TaskList title="今天" tasks={view.today} />
          <TaskList title="接下来" tasks={view.soon} moreLessons={view.moreLessons} />
          <TaskList title="做过的" tasks={view.done} />
          <MonthCard month={view.home.month} />
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
