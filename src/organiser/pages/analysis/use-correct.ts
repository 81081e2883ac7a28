import { useState } from 'react'
import type { AnalysedItem, Correction } from '@/contracts/analysis'
import type { Job } from '@/contracts/jobs'
import { jobs } from '@/services/jobs'
import { newKey } from '@/services/new-key'
import { CallError } from '@/services/transport/call-error'
import { useJob } from '../../components/job/use-job'
import { changeOf, draftOf, isReason, type KeyDraft } from './correct.shared'

/** Correcting a key: put together, tried, seen, and only then confirmed. */
export function useCorrect(quizId: string, version: number, item: AnalysedItem) {
  const [draft, setDraft] = useState<KeyDraft>(() => draftOf(item))
  const [correction, setCorrection] = useState<Correction | null>(null)
  const [job, setJob] = useState<Job | null>(null)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  // kept until an answer has come: a tap after a lost answer is the same order
  const [key, setKey] = useState(newKey)

  const attempt = async (work: () => Promise<void>) => {
    if (busy) return
    setBusy(true)
    setFault(null)
    try {
      await work()
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    }
    setBusy(false)
  }
  const look = async (correctionId: string) => setCorrection(await jobs.correction({ correctionId }))
  const tell = async (now: Job, correctionId: string) => {
    setJob(now)
    if (now.state === 'failed') setFault(now.problem)
    if (now.state === 'done' || now.state === 'failed') await look(correctionId)
  }
  const followed = useJob(job, (now) => {
    if (correction) void tell(now, correction.correctionId).catch((thrown) => setFault(CallError.from(thrown).message))
  })

  const change = changeOf(item.kind, draft)
  return {
    draft,
    setDraft: (next: KeyDraft) => {
      setDraft(next)
      setKey(newKey())
    },
    correction,
    job,
    busy,
    fault: fault ?? followed.fault,
    ready: change !== null && isReason(draft.reason),
    tryIt: () =>
      attempt(async () => {
        if (!change) return
        const { questionId } = item
        const reason = draft.reason.trim()
        const proposed = await jobs.proposeKey({ key, quizId, questionId, version, change, reason })
        await look(proposed.correctionId)
        await tell(await jobs.get({ id: proposed.jobId, work: true }), proposed.correctionId)
      }),
    confirm: () =>
      attempt(async () => {
        if (!correction) return
        const { correctionId } = correction
        const { jobId } = await jobs.applyKey({ correctionId })
        await tell(await jobs.get({ id: jobId, work: true }), correctionId)
      }),
    back: () => {
      setCorrection(null)
      setJob(null)
      setFault(null)
      setKey(newKey())
    },
  }
}
