import { useRouter } from '@tarojs/taro'
import { themeDayIn, tokenIn } from '@/components/scan/scan.shared'
import { ScanPage } from './scan-page'
import { ThemeDayPage } from './theme-day-page'
import './index.scss'

/** A theme day: what it is about, and taking part in it. Opened with `token`, it checks in at once; opened without either, there is only to scan. */
export default function CheckInPage() {
  const params = useRouter<{ themeDayId?: string; token?: string }>().params
  const token = params.token ? tokenIn(params.token) : null
  const themeDayId = params.themeDayId || (token ? themeDayIn(token) : '')
  return themeDayId ? <ThemeDayPage themeDayId={themeDayId} token={token} /> : <ScanPage />
}
