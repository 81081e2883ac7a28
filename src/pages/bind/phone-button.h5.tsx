import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Sheet } from '@/components/sheet/sheet'
import { TextLine } from '@/components/text-line/text-line'
import { preview } from '@/services/preview'
import { phoneTyped } from './bind.shared'
import type { PhoneButtonProps } from './phone-button'

/** See phone-button.d.ts. The local cloud gives the code that WeChat's button would, for whatever number is typed. */
export function PhoneButton({ busy, before, onNumber }: PhoneButtonProps) {
  const [open, setOpen] = useState(false)
  const [phone, setPhone] = useState('')
  const [asking, setAsking] = useState(false)
  const ask = async () => {
    setAsking(true)
    try {
      onNumber({ code: await preview.phoneCode(phone) })
    } catch {
      onNumber({ failed: 'unavailable' })
    }
    setAsking(false)
    setOpen(false)
  }
  const foot = (
    <Button busy={asking} disabled={phone.length !== 11} onClick={() => void ask()}>
      用这个号码
    </Button>
  )
  return (
    <>
      <Button busy={busy} onClick={() => (before ? before() : setOpen(true))}>
        手机号一键绑定
      </Button>
      {open && (
        <Sheet title="代替微信的手机号验证" onClose={() => setOpen(false)} foot={foot}>
          <View className="t-s bind__lead">
            这是本机预览，没有微信。在微信里，这一步由微信验证您的手机号，不用自己输。
          </View>
          <TextLine
            value={phone}
            onChange={(text) => setPhone(phoneTyped(text))}
            label="手机号"
            hint="11 位手机号"
            most={13}
            kind="number"
          />
        </Sheet>
      )}
    </>
  )
}
