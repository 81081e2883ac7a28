import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { aria } from '@/components/aria/aria'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Fault } from '@/components/notice/fault'
import { Notice } from '@/components/notice/notice'
import { goTo } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { TextLine } from '@/components/text-line/text-line'
import { invitationTyped, isComplete } from './bind.shared'
import { ConsentCard } from './consent-card'
import { PhoneButton } from './phone-button'
import { ScanFirst } from './scan-first'
import { useBind } from './use-bind'
import './index.scss'

const isH5 = process.env.TARO_ENV === 'h5'

/** Binding a WeChat identity to the roster: what is kept and why first, then by phone number or invitation code. */
export default function BindPage() {
  const { left, ended } = useRouter<{ left?: string; ended?: string }>().params
  const { agreed, setAgreed, busy, fault, needConsent, byPhone, byCode } = useBind()
  const [code, setCode] = useState('')
  const sendCode = () => (agreed ? byCode(code) : needConsent())
  return (
    <Page title="绑定身份" onBack={null}>
      {left && (
        <Notice tone="ok" icon="check">
          已经撤回同意，绑定解除了，这部手机上的内容也清掉了。谢谢您用过初心学堂，以后想回来，请支部书记发一个邀请码。
        </Notice>
      )}
      {ended && (
        <Notice icon="alert">
          这个微信原来的绑定已经解除了。可能是您在别的手机上撤回了同意，或者用邀请码换了微信；您没送出去的东西还在。不是您本人办的，请告诉上级党组织。
        </Notice>
      )}
      <View>
        <View className="t-h1" {...aria({ role: 'heading' })}>
          先认一认您是谁
        </View>
        <View className="t-s">初心学堂给本县党员使用。和党员名册对上一次，以后打开就能学。</View>
      </View>
      <ScanFirst />
      <ConsentCard agreed={agreed} onAgree={setAgreed} asked={fault?.step === 'consent'} />
      <Fault words={fault?.message} />
      <Card>
        <View className="t-h3">用手机号</View>
        <View className="t-s bind__lead">支部登记过您的手机号，点一下就行。</View>
        <PhoneButton busy={busy === 'phone'} before={agreed ? null : needConsent} onNumber={byPhone} />
      </Card>
      <Card>
        <View className="t-h3">用邀请码</View>
        <View className="t-s bind__lead">支部书记发给您的 12 位邀请码，字母不分大小写。</View>
        <TextLine
          code
          value={code}
          onChange={(text) => setCode(invitationTyped(text))}
          label="12 位邀请码"
          hint="XXXX-XXXX-XXXX"
          most={30}
        />
        <View className="bind__send">
          <Button kind="quiet" busy={busy === 'code'} disabled={!isComplete(code)} onClick={sendCode}>
            用邀请码绑定
          </Button>
        </View>
      </Card>
      <View className="t-s bind__help">都没有？请联系所在支部的书记，登记手机号或要一个邀请码。</View>
      <Button kind="plain" onClick={() => goTo({ page: 'about' })}>
        初心学堂是什么
      </Button>
      {isH5 && (
        <View className="bind__preview" onClick={() => goTo({ page: 'persona' })} {...aria({ role: 'button' })}>
          本机预览 · 换个身份
        </View>
      )}
    </Page>
  )
}
