import { Text, View } from '@tarojs/components'
import { Bar } from '@/components/bar/bar'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import type { Job } from '@/contracts/jobs'
import { progressOf, progressWords, sizeWords } from './job.shared'
import './job.scss'

interface JobProgressProps {
  job: Job
  /** Why it is not known how far it is, in a sentence. */
  fault: string | null
  onOpen: () => void
  opening: boolean
  /** Begins anew; left out where nobody knows what was asked for. */
  onAgain?: () => void
}

const open = process.env.TARO_ENV === 'h5' ? '保存文件' : '打开文件'

/** How far a piece of long work is; its file, or what to do when it failed. */
export function JobProgress({ job, fault, onOpen, opening, onAgain }: JobProgressProps) {
  if (job.state === 'failed')
    return (
      <Notice tone="red" icon="alert" action={onAgain && '再试一次'} onAction={onAgain}>
        {progressWords(job)}
      </Notice>
    )
  if (job.state === 'done')
    return (
      <View className="job">
        {job.file && (
          <>
            <View className="t-s job__name">
              {job.file.fileName}
              <Text className="t-whole">，{sizeWords(job.file.bytes)}</Text>
            </View>
            <Button busy={opening} onClick={onOpen}>
              {open}
            </Button>
          </>
        )}
      </View>
    )
  return (
    <View className="job">
      <View className="job__head">
        <View className="t-b">{progressWords(job)}</View>
        <View className="t-s">离开这一页也会接着做</View>
      </View>
      <Bar size="thick" parts={[{ fraction: Math.max(0.02, progressOf(job)) }]} />
      {fault && <Notice icon="offline">{fault}</Notice>}
    </View>
  )
}
