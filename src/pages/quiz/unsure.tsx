import { Card } from '@/components/card/card'
import { goHome } from '@/components/page/go'
import { Page } from '@/components/page/page'
import { StateView } from '@/components/state-view/state-view'

/** By the phone's clock the time is over, and without a network nobody can say whether that clock is right: nothing is ended by it. */
export function Unsure({ title, onRetry }: { title: string; onRetry: () => void }) {
  return (
    <Page title={title}>
      <Card>
        <StateView
          icon="clock"
          title="时间可能到了"
          hint="手机现在连不上网，核对不了时间。答过的都在手机里。联网后，时间真到了就替您交卷，没到就接着答。"
          action="再核对一次"
          onAction={onRetry}
          other="回首页"
          onOther={goHome}
        />
      </Card>
    </Page>
  )
}
