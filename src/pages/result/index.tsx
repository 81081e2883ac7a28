import { useRouter } from '@tarojs/taro'
import { useOutboxState } from '@/services/outbox/use-outbox'
import { paperKey } from '@/services/quiz-close'
import { Graded } from './graded'
import { Waiting } from './waiting'
import './index.scss'

/** The result of an attempt, or that it still waits to be sent. */
export default function ResultPage() {
  const { attemptId = '', timeUp } = useRouter<{ attemptId: string; timeUp?: string }>().params
  const outbox = useOutboxState()
  const parcel = outbox.parcels.find(({ key }) => key === paperKey(attemptId))
  return parcel ? (
    <Waiting parcel={parcel} attemptId={attemptId} timeUp={timeUp === '1'} />
  ) : (
    <Graded attemptId={attemptId} timeUp={timeUp === '1'} />
  )
}
