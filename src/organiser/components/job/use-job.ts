import { useEffect, useRef, useState } from 'react'
import type { Job } from '@/contracts/jobs'
import { jobs } from '@/services/jobs'
import { CallError } from '@/services/transport/call-error'
import { useVisible } from '../../use-visible'
import { isOver, isStill, pauseBefore } from './job.shared'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Goes on with a job for as long as the person looks, and tells how far it is; whoever leaves finds it done, or further, when they come back: a timer goes on with
 * it meanwhile.
 * @param onTell is given every answer about it
 */
export function useJob(job: Job | null, onTell: (job: Job) => void) {
  const visible = useVisible()
  const [fault, setFault] = useState<string | null>(null)
  const tell = useRef(onTell)
  tell.current = onTell
  const id = job && !isOver(job) ? job.id : null

  useEffect(() => {
    if (!id || !visible) return
    let left = false
    const follow = async () => {
      let last: Job | null = null
      for (let [faults, still] = [0, 0]; !left; ) {
        await pause(pauseBefore(faults, still))
        if (left) return
        try {
          const now = await jobs.get({ id, work: true })
          if (left) return
          faults = 0
          still = isStill(last, now) ? still + 1 : 0
          last = now
          setFault(null)
          tell.current(now)
          if (isOver(now)) return
        } catch (thrown) {
          if (left) return
          const { message, retry } = CallError.from(thrown)
          setFault(retry ? '网络不通，连上后接着显示进度。文件照常在做。' : message)
          if (!retry) return
          faults += 1
        }
      }
    }
    void follow()
    return () => {
      left = true
    }
  }, [id, visible])

  return { fault: id ? fault : null }
}
