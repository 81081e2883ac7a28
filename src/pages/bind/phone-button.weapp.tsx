import { Button as NativeButton } from '@tarojs/components'
import { Button } from '@/components/button/button'
import { phoneOutcome } from '@/services/platform/phone-number.shared'
import type { PhoneButtonProps } from './phone-button'

const WORDS = '手机号一键绑定'

/** See phone-button.d.ts. Only a button of WeChat's own may ask for the number. */
export function PhoneButton({ busy, before, onNumber }: PhoneButtonProps) {
  if (busy || before !== null) {
    return (
      <Button busy={busy} onClick={() => before?.()}>
        {WORDS}
      </Button>
    )
  }
  return (
    <NativeButton
      className="button button--primary bind__phone"
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => onNumber(phoneOutcome(event.detail))}
    >
      {WORDS}
    </NativeButton>
  )
}
