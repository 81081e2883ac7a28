import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { dayOf } from '@/domain/time/day'
import { report } from '@/services/report'
import { CallError } from '@/services/transport/call-error'
import { periodFromParams } from '../../components/period/period.shared'
import type { ReportView } from './report.shared'

/** A version as the page's address names it; undefined: the latest. */
function versionOf(text: string | undefined): number | undefined {
  const version = Number(text)
  return Number.isInteger(version) && version >= 1 && version <= 99 ? version : undefined
}

/** A report: the version of the page's address, or the latest, or how it would read now; and what is done to it. */
export function useReport() {
  const { params } = useRouter()
  const [today] = useState(() => dayOf(Date.now()))
  const [period] = useState(() => periodFromParams(params, today))
  const [version, setVersion] = useState(() => versionOf(params.version))
  const [done, setDone] = useState<ReportView | null>(null)
  const [acting, setActing] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const about = { orgId: params.orgId ?? '', ...period }
  const read = useRead<ReportView>({
    name: `report:${about.orgId}:${period.from}:${period.to}:${version ?? 'latest'}`,
    load: () => report.get({ ...about, version }),
    // the text stays as it was read until the person asks anew
    onShow: false,
  })
  const known = read.data
  // what an action answered, until a read knows more
  const isNewer = done !== null && (known === null || done.version !== known.version || done.revision > known.revision)
  const view = isNewer && (version === undefined || done.version === version) ? done : known

  /** Does one thing at a time; true when it was done. Somebody else's change is read at once. */
  const act = async (name: string, work: (view: ReportView) => Promise<ReportView>): Promise<boolean> => {
    if (acting !== null || view === null) return false
    setActing(name)
    setFault(null)
    try {
      setDone(await work(view))
      return true
    } catch (thrown) {
      const { code, message } = CallError.from(thrown)
      if (code === 'CHANGED_MEANWHILE') {
        setDone(null)
        void read.reload()
      }
      setFault(message)
      return false
    } finally {
      setActing(null)
    }
  }

  const show = (chosen: number | undefined) => {
    setDone(null)
    setVersion(chosen)
  }

  return { read, view, about, period, today, acting, fault, act, show, clearFault: () => setFault(null) }
}

/** What an action on a version is about: the version and revision that the person has before them. */
export const changeOf = ({ org, from, to, version, revision }: ReportView) => ({
  orgId: org.id,
  from,
  to,
  version,
  revision,
})
