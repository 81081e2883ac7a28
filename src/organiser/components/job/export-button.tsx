import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/components/button/button'
import { Fault } from '@/components/notice/fault'
import { goTo } from '@/components/page/go'
import type { ExportView } from '@/contracts/exports'
import type { Job } from '@/contracts/jobs'
import { jobs } from '@/services/jobs'
import { newKey } from '@/services/new-key'
import { CallError } from '@/services/transport/call-error'
import { exportWords } from './job.shared'
import { JobProgress } from './job-progress'
import { useJob } from './use-job'
import { useOpenFile } from './use-open-file'

/** Has a view written into an Excel file, and shows how far it is. Another view (`key` it by the view) is another file. */
export function ExportButton({ view, names }: { view: ExportView; names?: boolean }) {
  const [job, setJob] = useState<Job | null>(null)
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  // kept until an answer has come: a tap after a lost answer is the same order
  const [key, setKey] = useState(newKey)
  const followed = useJob(job, setJob)
  const file = useOpenFile(setJob)

  const order = async () => {
    if (asking) return
    setAsking(true)
    setFault(null)
    try {
      setJob(await jobs.startExport({ key, view }))
      setKey(newKey())
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setAsking(false)
  }

  return (
    <View className="l-stack">
      {job ? (
        <JobProgress
          job={job}
          fault={followed.fault}
          opening={file.openingId !== null}
          onOpen={() => void file.open(job.id)}
          onAgain={() => void order()}
        />
      ) : (
        <Button kind="quiet" busy={asking} onClick={() => void order()}>
          {exportWords(view, names)}
        </Button>
      )}
      <Fault words={fault ?? file.openFault} />
      {job && (
        <Button kind="plain" onClick={() => goTo({ page: 'exports' })}>
          我的导出
        </Button>
      )}
    </View>
  )
}
