import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { canScan } from '@/services/platform/scan'
import { Button } from '../button/button'
import { goTo } from '../page/go'
import { themeDayIn } from './scan.shared'
import { ScanTrouble } from './scan-trouble'
import { useScan } from './use-scan'

interface ScanButtonProps {
  kind: 'primary' | 'quiet' | 'plain'
  /** Where the six digits are typed from here. */
  digits: string
  children: ReactNode
}

/**
 * 扫一扫签到 that needs nothing read before: the code itself says which theme day it belongs to, so it also works without a network, before the phone
 * knows that the check-in was opened, and before anybody is bound. The preview, which has no camera, goes to where the code can be pasted.
 */
export function ScanButton({ kind, digits, children }: ScanButtonProps) {
  const scanning = useScan((token) => goTo({ page: 'checkin', themeDayId: themeDayIn(token), token }))
  const press = () => (canScan ? void scanning.press() : goTo({ page: 'checkin' }))
  return (
    <View className="l-stack">
      <Button kind={kind} onClick={press}>
        {children}
      </Button>
      <ScanTrouble trouble={scanning.trouble} digits={digits} />
    </View>
  )
}
