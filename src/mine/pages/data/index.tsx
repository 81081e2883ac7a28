import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { useRead } from '@/components/page/use-read'
import { isConsentOld } from '@/components/words/consent.shared'
import { dayOf } from '@/domain/time/day'
import { me } from '@/services/me'
import { storageKb } from '@/services/platform/storage-size'
import { consentWords, keptOf } from './data.shared'
import { LeaveSheet } from './leave-sheet'
import { RenewCard } from './renew-card'
import './index.scss'

/** 我的数据: everything that is stored about me, why, who sees it; setting it right, and withdrawing the consent. */
export default function DataPage() {
  const read = useRead({ name: 'own-data', load: me.data })
  const [today] = useState(() => dayOf(Date.now()))
  const [leaving, setLeaving] = useState(false)
  const kb = storageKb()
  return (
    <Page title="我的数据" read={read} over={leaving && <LeaveSheet onClose={() => setLeaving(false)} />}>
      {read.data && (
        <>
          <View className="t-s">系统里关于您的内容，都列在下面。不存身份证号，不记录您在哪里、学了多久。</View>
          {isConsentOld(read.data.binding) && <RenewCard onAgreed={() => void read.reload()} />}
          {keptOf(read.data, today).map(({ what, value, why, who }) => (
            <Card key={what}>
              <View className="t-s data__what">{what}</View>
              <View className="t-p data__value">{value}</View>
              <View className="data__line">
                <View className="t-s data__name">为什么</View>
                <View className="t-s l-grow">{why}</View>
              </View>
              <View className="data__line">
                <View className="t-s data__name">谁能看</View>
                <View className="t-s l-grow">{who}</View>
              </View>
            </Card>
          ))}
          {kb !== null && <View className="t-s">这部手机上存了约 {kb} KB，没有网络时也能打开。</View>}
          <Card>
            <View className="t-h3">您的同意</View>
            <View className="t-s">{consentWords(read.data, today)}</View>
            <View className="data__buttons l-stack">
              <Button kind="quiet" onClick={() => goTo({ page: 'letters', kind: 'correction' })}>
                有不对的，申请更正
              </Button>
              <Button kind="plain" onClick={() => setLeaving(true)}>
                撤回同意，解除绑定
              </Button>
            </View>
          </Card>
        </>
      )}
    </Page>
  )
}
