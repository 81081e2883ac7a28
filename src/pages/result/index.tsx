import { Page } from '@/components/page/page'

export default function ResultPage() {
  return <Page title="初心学堂" />
}
