import { View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { useWeakNetwork } from '@/services/platform/use-weak-network'
import { Notice } from '../notice/notice'
import { PrivacySheet } from '../privacy/privacy-sheet'
import { TabBar, type TabName } from '../tab-bar/tab-bar'
import { ErrorState } from './error-state'
import { NavBar } from './nav-bar'
import { PageSkeleton } from './page-skeleton'
import type { Read } from './read.shared'
import { useLargeText } from './use-large-text'
import { useTitle } from './use-title'
import './page.scss'

interface PageProps {
  title: string
  /** The read without which the page has nothing to show. While it has no data the page shows a skeleton, or what went wrong. */
  read?: Read<unknown> & { reload: () => Promise<void> }
  /** Buttons that stay at the bottom of the screen. */
  foot?: ReactNode
  /** The page's own answer to going back; null: there is no way back. */
  onBack?: (() => void) | null
  /** The one child takes all the room down to the foot. */
  fill?: boolean
  /** Makes it one of the four tabs: the bar at the bottom, and no way back. */
  tab?: TabName
  /** Over the page: a sheet. */
  over?: ReactNode
}

const isH5 = process.env.TARO_ENV === 'h5'

/** The shell of every page: title, large text, and the loading, offline and error states. */
export function Page({ title, read, foot, onBack, fill, tab, over, children }: PropsWithChildren<PageProps>) {
  const [large] = useLargeText()
  const weak = useWeakNetwork()
  useTitle(title)
  const lacking = read !== undefined && read.data === null
  return (
    <View className={`page ${large ? 'page--large' : ''}`}>
      {isH5 && <NavBar title={title} onBack={tab ? null : onBack} />}
      <View className={`page__body ${fill ? 'page__body--fill' : ''}`}>
        {read?.stale && (
          <Notice icon="offline" action="重试" onAction={() => void read.reload()}>
            离线，显示的是上次的内容
          </Notice>
        )}
        {weak && read?.loading && !read.stale && (
          <Notice tone="grey">网络有点慢，请稍等。做过的都在手机里，不会丢。</Notice>
        )}
        {!lacking && children}
        {lacking &&
          (read.loading ? <PageSkeleton /> : <ErrorState error={read.error} onRetry={() => void read.reload()} />)}
      </View>
      {foot && !lacking && <View className="page__foot">{foot}</View>}
      {tab && <TabBar at={tab} />}
      {over}
      {!isH5 && <PrivacySheet />}
    </View>
  )
}
