import { View } from '@tarojs/components'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { PageSkeleton } from '@/components/page/page-skeleton'
import { Picture } from '@/components/picture/picture'
import { pictureNames } from '@/components/picture/picture.shared'
import { StateView } from '@/components/state-view/state-view'
import { Section } from './section'

const nothing = () => undefined

/** What a page says when it has nothing to show, or something to say. */
export function StatesSection() {
  return (
    <>
      <Section name="Notice" use="现在就该知道的一句话，和能做的一件事。">
        <Notice icon="upload" action="现在送" onAction={nothing}>
          1 份答卷待上传，联网后自动送出，不用重做
        </Notice>
        <Notice tone="ok" icon="check">
          已存在手机里
        </Notice>
        <Notice tone="red" action="知道了" onAction={nothing}>
          签到已经结束。如已到场，请联系支部书记补录。
        </Notice>
        <Notice tone="grey" icon="offline">
          离线，显示的是上次的内容
        </Notice>
      </Section>
      <Section name="StateView" use="没有内容、没有网、出了错：为什么，接下来做什么。">
        <Card>
          <StateView
            icon="offline"
            title="没有网络"
            hint="连上网再试；做过的都在手机里。"
            action="再试一次"
            onAction={nothing}
          />
        </Card>
      </Section>
      <Section name="Picture" use="空白页的图，自己画的，不用联网。">
        <Card>
          <View className="catalogue__pictures">
            {pictureNames.map((name) => (
              <View key={name} className="catalogue__picture">
                <Picture name={name} />
              </View>
            ))}
          </View>
        </Card>
      </Section>
      <Section name="PageSkeleton" use="第一次打开、手机里还没有内容时。">
        <PageSkeleton />
      </Section>
    </>
  )
}
