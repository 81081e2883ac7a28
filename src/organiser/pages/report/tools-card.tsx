import { useState } from 'react'
import { Card } from '@/components/card/card'
import { ListRow } from '@/components/list-row/list-row'
import { Fault } from '@/components/notice/fault'
import { report } from '@/services/report'
import { CallError } from '@/services/transport/call-error'
import type { Compared, ReportView, Reproduced } from './report.shared'
import type { Download, Form } from './use-download'

export type Found = { readonly compared: Compared } | { readonly reproduced: Reproduced }

interface ToolsCardProps {
  view: ReportView
  download: Download
  /** null: the caller may not take it along. */
  onDownload: ((form: Form) => void) | null
  onFound: (found: Found) => void
  /** Shows another version. */
  onVersion: (version: number | undefined) => void
}

const stepWords = { writing: '正在生成…', fetching: '正在下载…' } as const

/** What else can be done with a version: its annex, its proof, what changed, the other versions. */
export function ToolsCard({ view, download, onDownload, onFound, onVersion }: ToolsCardProps) {
  const [asking, setAsking] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const { org, from, to, version, latest } = view
  const about = { orgId: org.id, from, to, version }
  const ask = async (name: string, work: () => Promise<Found>) => {
    if (asking !== null) return
    setAsking(name)
    setFault(null)
    try {
      onFound(await work())
    } catch (thrown) {
      setFault(CallError.from(thrown).message)
    } finally {
      setAsking(null)
    }
  }
  const { step, form } = download
  const noteOf = (one: Form, words: string) =>
    form === one && (step === 'writing' || step === 'fetching') ? stepWords[step] : words
  return (
    <>
      <Fault words={fault} />
      <Card kind="list">
        {onDownload && view.may.includes('return') && (
          <ListRow
            icon="report"
            title="下载 Word"
            note={noteOf('word', '复核时对照着看')}
            onClick={() => onDownload('word')}
          />
        )}
        {onDownload && (
          <ListRow
            icon="list"
            title="下载 Excel 附表"
            note={noteOf('excel', '每个数的代码、准确值、来源和口径')}
            onClick={() => onDownload('excel')}
          />
        )}
        {version > 0 && (
          <ListRow
            icon="check"
            title="重新核算"
            note={asking === 'reproduce' ? '正在从原始记录重算…' : '从当时的原始记录重算一遍，看是否一致'}
            onClick={() => void ask('reproduce', async () => ({ reproduced: await report.reproduce(about) }))}
          />
        )}
        {version > 1 && (
          <ListRow
            icon="history"
            title={`和第 ${version - 1} 版比`}
            note={asking === 'compare' ? '正在比较…' : '改了哪些数、哪些话，为什么改'}
            onClick={() =>
              void ask('compare', async () => ({ compared: await report.compare({ ...about, with: version - 1 }) }))
            }
          />
        )}
        {version > 1 && (
          <ListRow icon="report" title={`看第 ${version - 1} 版`} onClick={() => onVersion(version - 1)} />
        )}
        {version > 0 && version < latest && (
          <ListRow icon="report" title={`看最新的第 ${latest} 版`} onClick={() => onVersion(undefined)} />
        )}
      </Card>
    </>
  )
}
