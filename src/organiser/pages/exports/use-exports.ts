import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { Job } from '@/contracts/jobs'
import { jobs } from '@/services/jobs'
import { isOver } from '../../components/job/job.shared'
import { useJob } from '../../components/job/use-job'
import { useOpenFile } from '../../components/job/use-open-file'

/** The caller's files, the latest first; those that are not done go on while the page is open, one after the other. Nothing of it is kept on the phone. */
export function useExports() {
  const [news, setNews] = useState<Readonly<Record<string, Job>>>({})
  const read = useRead({
    name: null,
    load: async () => {
      const { jobs: own } = await jobs.own({ kind: 'export' })
      setNews({})
      return own
    },
  })
  const tell = (job: Job) => setNews((before) => ({ ...before, [job.id]: job }))
  const files = read.data?.map((job) => news[job.id] ?? job) ?? null
  const next = files && [...files].reverse().find((job) => !isOver(job))
  const { fault } = useJob(next ?? null, tell)
  return { read, files, fault, ...useOpenFile(tell) }
}
