import { useState } from 'react'
import type { Job } from '@/contracts/jobs'
import { jobs } from '@/services/jobs'
import { CallError } from '@/services/transport/call-error'
import { downloadFile } from '../../download/download-file'

const NOT_FETCHED = '文件已经做好，但没有下载下来。请检查网络后再试。'

/** Gets a job's file to the person: its address is asked for at that moment, since it is good for ten minutes only. */
export function useOpenFile(onTell: (job: Job) => void) {
  const [openingId, setOpeningId] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)

  const open = async (id: string) => {
    if (openingId) return
    setOpeningId(id)
    setFault(null)
    try {
      const job = await jobs.get({ id })
      onTell(job)
      if (job.file) await downloadFile(job.file).catch(() => setFault(NOT_FETCHED))
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setOpeningId(null)
  }

  return { open, openingId, openFault: fault }
}
