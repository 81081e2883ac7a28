import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useRead } from '@/components/page/use-read'
import { dayOf } from '@/domain/time/day'
import { report } from '@/services/report'
import { CallError } from '@/services/transport/call-error'
import { periodFromParams } from '../../components/period/period.shared'
import { downloadFile } from '../../download/download-file'
import type { BuiltReport, Report } from './report.shared'

/** How far the Word file is. */
export type Building =
  | { readonly step: 'idle' }
  | { readonly step: 'writing' }
  | { readonly step: 'fetching' }
  | { readonly step: 'done'; readonly built: BuiltReport }
  | { readonly step: 'failed'; readonly message: string; readonly built: BuiltReport | null }

/** The report of an organisation and period as it would be printed now, and its Word file. */
export function useReport() {
  const { params } = useRouter()
  const [today] = useState(() => dayOf(Date.now()))
  const [period] = useState(() => periodFromParams(params, today))
  const [building, setBuilding] = useState<Building>({ step: 'idle' })
  const input = { orgId: params.orgId ?? '', ...period }
  const read = useRead<Report>({
    name: `report:${input.orgId}:${period.from}:${period.to}`,
    load: () => report.preview(input),
    // the text stays as it was read until the person asks anew
    onShow: false,
  })

  const fetchFile = async (built: BuiltReport) => {
    setBuilding({ step: 'fetching' })
    try {
      await downloadFile(built)
      setBuilding({ step: 'done', built })
    } catch {
      setBuilding({ step: 'failed', message: 'Word 已经生成，但没有下载下来。请检查网络后再试。', built })
    }
  }

  const download = async () => {
    if (building.step === 'writing' || building.step === 'fetching') return
    if (building.step === 'failed' && building.built) return fetchFile(building.built)
    setBuilding({ step: 'writing' })
    try {
      await fetchFile(await report.build(input))
    } catch (thrown) {
      setBuilding({ step: 'failed', message: CallError.from(thrown).message, built: null })
    }
  }

  return { read, report: read.data, period, today, building, download }
}
