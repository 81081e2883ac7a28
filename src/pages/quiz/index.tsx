import { Page } from '@/components/page/page'

export default function QuizPage() {
  return <Page title="初心学堂" />
}
