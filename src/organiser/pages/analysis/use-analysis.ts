import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { Job } from '@/contracts/jobs'
import { jobs } from '@/services/jobs'
import { CallError } from '@/services/transport/call-error'
import { useJob } from '../../components/job/use-job'
import { type Order, sortItems } from './analysis.shared'

/** So many questions are drawn at once. */
const AT_ONCE = 20

/** The analysis of a quiz, worked out anew when it is asked for; the first time by itself. */
export function useAnalysis() {
  const { quizId = '', orgId = '' } = useRouter<{ quizId: string; orgId: string }>().params
  const read = useRead({ name: `analysis:${quizId}:${orgId}`, load: () => jobs.analysis({ quizId, orgId }) })
  const [job, setJob] = useState<Job | null>(null)
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [order, setOrder] = useState<Order>('hard')
  const [most, setMost] = useState(AT_ONCE)
  const [open, setOpen] = useState<string | null>(null)
  const analysis = read.data

  const tell = (now: Job) => {
    setJob(now)
    if (now.state === 'done') void read.reload()
    if (now.state === 'failed') setFault(now.problem)
  }
  const followed = useJob(job, tell)

  const start = async () => {
    if (asking) return
    setAsking(true)
    setFault(null)
    try {
      const { jobId } = await jobs.startAnalysis({ quizId, orgId })
      tell(await jobs.get({ id: jobId, work: true }))
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setAsking(false)
  }

  // what was never worked out is worked out without asking
  const begun = useRef(false)
  const missing = analysis !== null && analysis.asOf === null && !read.stale
  useEffect(() => {
    if (!missing || begun.current) return
    begun.current = true
    void start()
  })

  const items = analysis ? sortItems(analysis.items, order) : []
  return {
    read,
    analysis,
    quizId,
    job,
    working: asking || (job !== null && (job.state === 'waiting' || job.state === 'running')),
    fault: fault ?? followed.fault,
    start,
    /** After a key was corrected: the old numbers are of the old key. */
    renew: () => {
      begun.current = false
      setOpen(null)
      void read.reload()
    },
    order,
    setOrder: (next: Order) => {
      setOrder(next)
      setMost(AT_ONCE)
    },
    items: items.slice(0, most),
    more: Math.min(AT_ONCE, Math.max(0, items.length - most)),
    showMore: () => setMost((before) => before + AT_ONCE),
    opened: analysis?.items.find(({ questionId }) => questionId === open) ?? null,
    openItem: setOpen,
    closeItem: () => setOpen(null),
  }
}
