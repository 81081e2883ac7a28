import { Page } from '@/components/page/page'

export default function CheckinPage() {
  return <Page title="初心学堂" />
}
