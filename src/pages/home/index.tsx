import { Page } from '@/components/page/page'

export default function HomePage() {
  return <Page title="初心学堂" />
}
