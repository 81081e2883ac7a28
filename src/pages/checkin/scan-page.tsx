import { goInstead } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { themeDayIn } from '@/components/scan/scan.shared'
import { CheckInCard } from './check-in-card'

/** Scanning with nothing known of a theme day: the code says which one it is. It asks the server nothing, so anybody can do it, bound or not. */
export function ScanPage() {
  return (
    <Page title="扫码签到">
      <CheckInCard
        sending={false}
        hint="扫书记手机上的主题党日签到码。"
        onToken={(token) => goInstead({ page: 'checkin', themeDayId: themeDayIn(token), token })}
        onCode={null}
      />
    </Page>
  )
}
