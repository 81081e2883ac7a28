import { Page } from '@/components/page/page'

export default function LessonPage() {
  return <Page title="初心学堂" />
}
