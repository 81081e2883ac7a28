import { useRouter } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/components/page/use-read'
import type { ParticipationKind } from '@/contracts/common'
import { sliceName, sliceOf } from '@/domain/metrics'
import { dayOf, type Period } from '@/domain/time/day'
import { cache } from '@/services/cache/cache'
import type { SliceName } from '@/services/stats'
import { stats } from '@/services/stats'
import { periodFromParams } from '../../components/period/period.shared'
import { kindView } from '../../kinds'
import type { Overview } from './figures.shared'

interface Shown {
  readonly overview: Overview
  readonly slice: SliceName
}

/** What the figures page is about (organisation, days, kind, slice) and what the server says about it. */
export function useFigures() {
  const { params } = useRouter()
  const orgId = params.orgId ?? ''
  const [today] = useState(() => dayOf(Date.now()))
  const [period, setPeriod] = useState<Period>(() => periodFromParams(params, today))
  const [kind, setKind] = useState<ParticipationKind>(() => kindView(params.kind).kind)
  // through the codec: an address may come from anywhere
  const [slice, setSlice] = useState<SliceName>(() => sliceName(sliceOf(params.slice)))

  const asked = `${orgId}:${period.from}:${period.to}:${slice}`
  // 2: with the period before
  const name = `overview:2:${asked}`
  const read = useRead<Overview>({ name, load: () => stats.overview({ orgId, ...period, slice }) })
  useKeptOnce(name)

  // While other days are on the way, or do not come for want of a network, the figures of before stay in sight, marked as such.
  const last = useRef<Shown | null>(null)
  if (read.data) last.current = { overview: read.data, slice }
  const kept = read.data || read.loading || read.error?.retry ? last.current : null
  const shown = kept?.overview ?? null

  return {
    orgId,
    today,
    period,
    setPeriod,
    view: kindView(kind),
    setKind,
    slice,
    setSlice,
    read: { ...read, data: shown },
    overview: shown,
    /** Whose the figures in sight are: while others are on the way not yet those of the chosen slice. */
    shownSlice: kept?.slice ?? slice,
    /** The figures in sight are not yet those of the chosen days. */
    turning: shown !== null && read.data === null,
    /** Why the figures of the chosen days did not come, while others are in sight. */
    fault: shown !== null && read.data === null && !read.loading ? (read.error?.message ?? null) : null,
    retry: () => void read.reload(),
  }
}

/** Of one page the last answer is kept for a day without a network, not every one: the figures of a large county are long. */
export function useKeptOnce(name: string): void {
  const kept = useRef(name)
  useEffect(() => {
    if (kept.current !== name) cache.drop(kept.current)
    kept.current = name
  }, [name])
}

export type FiguresState = ReturnType<typeof useFigures>
