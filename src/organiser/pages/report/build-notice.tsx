import { Notice } from '@/components/notice/notice'
import { sizeText } from './report.shared'
import type { Building } from './use-report'

/** What became of the Word file. */
export function BuildNotice({ building }: { building: Building }) {
  if (building.step === 'done') {
    const { fileName, bytes } = building.built
    return (
      <Notice tone="ok" icon="check">
        已下载《{fileName.replace(/\.docx$/, '')}》，{sizeText(bytes)}
      </Notice>
    )
  }
  if (building.step === 'failed') {
    return (
      <Notice tone="red" icon="alert">
        {building.message}
      </Notice>
    )
  }
  return null
}
