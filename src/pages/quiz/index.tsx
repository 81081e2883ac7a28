import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/page/page'
import { Quiz } from './quiz'
import { usePaper } from './use-paper'
import './index.scss'

/** A quiz: the server deals the paper and keeps the time, the phone keeps every answer. */
export default function QuizPage() {
  const { quizId = '' } = useRouter<{ quizId: string }>().params
  const { read, lead } = usePaper(quizId)
  if (read.data === null) return <Page title="答题" read={read} />
  return <Quiz key={read.data.attemptId} paper={read.data} lead={lead} offline={read.stale} />
}
