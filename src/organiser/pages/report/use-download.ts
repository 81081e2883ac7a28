import { useState } from 'react'
import { report } from '@/services/report'
import { CallError } from '@/services/transport/call-error'
import { downloadFile } from '../../download/download-file'
import { type BuiltReport, type ReportView, sizeText } from './report.shared'

export type Form = 'word' | 'excel'
export interface Download {
  readonly step: 'idle' | 'writing' | 'fetching' | 'done' | 'failed'
  readonly form: Form
  readonly words: string | null
}

/** Writes a version as a file and gets it to the person. What was written and not fetched is only fetched again. */
export function useDownload(view: ReportView | null) {
  const [state, setState] = useState<Download>({ step: 'idle', form: 'word', words: null })
  const busy = state.step === 'writing' || state.step === 'fetching'
  const download = async (form: Form) => {
    if (busy || view === null) return
    setState({ step: 'writing', form, words: null })
    const { org, from, to, version } = view
    let built: BuiltReport
    try {
      built = await report.build({ orgId: org.id, from, to, form, ...(version > 0 && { version }) })
    } catch (thrown) {
      setState({ step: 'failed', form, words: CallError.from(thrown).message })
      return
    }
    setState({ step: 'fetching', form, words: null })
    try {
      await downloadFile(built)
      const name = built.fileName.replace(/\.\w+$/, '')
      setState({ step: 'done', form, words: `已下载《${name}》，${sizeText(built.bytes)}` })
    } catch {
      setState({ step: 'failed', form, words: '文件已经生成，但没有下载下来。请检查网络后再试。' })
    }
  }
  return { state, busy, download }
}
