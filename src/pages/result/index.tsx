import { useRouter } from '@tarojs/taro'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { paperKey } from '@/services/quiz-paper.shared'
import { Graded } from './graded'
import { SentBack } from './sent-back'
import { Waiting } from './waiting'
import './index.scss'

/** The result of an attempt, that it still waits to be sent, or why the server would not take it. */
export default function ResultPage() {
  const { attemptId = '', timeUp } = useRouter<{ attemptId: string; timeUp?: string }>().params
  const { parcels, refusals } = useOutboxState()
  const parcel = parcels.find(({ key }) => key === paperKey(attemptId))
  if (parcel) return <Waiting parcel={parcel} attemptId={attemptId} timeUp={timeUp === '1'} />
  const refusal = refusals.find(({ key }) => key === paperKey(attemptId))
  if (refusal) return <SentBack refusal={refusal} attemptId={attemptId} />
  return <Graded attemptId={attemptId} timeUp={timeUp === '1'} />
}
