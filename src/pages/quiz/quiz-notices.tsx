import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/notice/notice'
import { goInstead } from '@/components/page/go'
import type { Paper } from '@/contracts/quiz'
import { isOnline, onOnline } from '@/services/online'
import type { useQuiz } from './use-quiz'

/** Whether the phone has a network, as it changes. */
function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline)
  useEffect(() => onOnline(() => setOnline(isOnline())), [])
  return online
}

/** What one should know while answering, calmly: no network, answers of another phone, another phone that was faster. */
export function QuizNotices({ quiz, paper }: { quiz: ReturnType<typeof useQuiz>; paper: Paper }) {
  const online = useOnline()
  const { joined, forgetJoined, submittedElsewhere, prolonged, forgetProlonged } = quiz
  if (online && !joined && !submittedElsewhere && !prolonged) return null
  return (
    <View className="l-stack quiz__notices">
      {!online && <Notice icon="offline">没有网也能接着答，交卷后联网自动上传</Notice>}
      {submittedElsewhere && (
        <Notice tone="grey" action="看结果" onAction={() => goInstead({ page: 'result', attemptId: paper.attemptId })}>
          这份题已在另一部手机上交卷，计分以先交的为准
        </Notice>
      )}
      {prolonged && !submittedElsewhere && (
        <Notice tone="ok" action="知道了" onAction={forgetProlonged}>
          时间延长了，接着答
        </Notice>
      )}
      {joined && !submittedElsewhere && (
        <Notice tone="ok" action="知道了" onAction={forgetJoined}>
          已接着您在另一部手机上的作答
        </Notice>
      )}
    </View>
  )
}
