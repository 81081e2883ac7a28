import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { Quiz } from './quiz'
import { Sealed } from './sealed'
import { Start } from './start'
import { Unsure } from './unsure'
import { useQuizPage } from './use-quiz-page'
import './index.scss'

const opening = { data: null, at: null, loading: true, stale: false, error: null, reload: async () => {} }

/** A quiz: what it is about, the paper (dealt by the server, or taken along sealed), and the way to its result. */
export default function QuizPage() {
  const { quizId = '' } = useRouter<{ quizId: string }>().params
  const page = useQuizPage(quizId)
  const { stage } = page
  switch (stage.stage) {
    case 'start':
      return <Start quizId={quizId} note={stage.note} page={page} />
    case 'sealed':
      return <Sealed running={stage} page={page} />
    case 'answering':
      return <Quiz key={stage.kept.paper.attemptId} running={stage} page={page} />
    case 'over':
      return stage.unsure ? (
        <Unsure title={stage.kept.paper.title} onRetry={page.retry} />
      ) : (
        <Page title="答题" read={opening} />
      )
    default:
      return <Page title="答题" read={opening} />
  }
}
