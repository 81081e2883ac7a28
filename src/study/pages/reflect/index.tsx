import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { KeptNotice } from '@/components/notice/kept-notice'
import { Notice } from '@/components/notice/notice'
import { goBack } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { PageSkeleton } from '@/components/page/page-skeleton'
import { TextBox } from '@/components/text-box/text-box'
import { HandedIn } from './handed-in'
import { LEAST, lackWords, MOST } from './reflect.shared'
import { TwoVersions } from './two-versions'
import { useReflect } from './use-reflect'
import './index.scss'

/** 写心得: a reflection on a lesson or a theme day, for the branch. */
export default function ReflectPage() {
  const params = useRouter<{ kind: string; id: string; title: string }>().params
  const title = decodeURIComponent(params.title ?? '')
  const about = { kind: params.kind === 'themeday' ? ('themeday' as const) : ('lesson' as const), id: params.id ?? '' }
  const reflect = useReflect(about, title)
  const { view } = reflect
  const text = view.view === 'writing' ? view.text : ''
  const lack = lackWords(text)
  const foot = view.view === 'writing' && !reflect.loading && (
    <Button
      busy={reflect.sending}
      disabled={lack !== null}
      onClick={() => (reflect.settled ? goBack() : void reflect.submit(view.text, view.base))}
    >
      {lack ?? (reflect.settled ? '好了，返回' : reflect.waiting ? '改好了，重新存下' : '交给支部')}
    </Button>
  )
  return (
    <Page title="写心得" foot={foot || undefined}>
      {reflect.loading && <PageSkeleton />}
      {!reflect.loading && (
        <>
          <View>
            <View className="t-s">{about.kind === 'lesson' ? '微党课' : '主题党日'}</View>
            <View className="t-h2">{title}</View>
          </View>
          {reflect.waiting && <KeptNotice what="心得" then="交给支部" held={reflect.held} />}
          {!reflect.held && !reflect.stored && (
            <Notice tone="red" icon="alert">
              手机存储满了，刚写的还没存下。请先别关小程序，写好就交，连上网就送出。
            </Notice>
          )}
          {reflect.problem && view.view !== 'two' && <Notice tone="red">{reflect.problem}</Notice>}
          {view.view === 'handedIn' && <HandedIn reflection={view.reflection} onEdit={reflect.edit} />}
          {view.view === 'two' && (
            <TwoVersions
              text={view.text}
              other={view.other}
              busy={reflect.sending}
              onMine={() => void reflect.submit(view.text, view.other.writtenAt)}
              onOther={reflect.keepOther}
            />
          )}
          {view.view === 'writing' && (
            <Card className="reflect__card">
              <TextBox
                value={view.text}
                onChange={reflect.write}
                label="学习心得"
                hint="学到了什么，打算怎么做，写实在话就好。"
                most={MOST}
              />
              <View className="t-s reflect__hint">
                边写边存在手机里。{LEAST} 到 {MOST} 字，支部书记会看到，不公开，不评比。
              </View>
            </Card>
          )}
        </>
      )}
    </Page>
  )
}
