import { hasCameraSettings, openCameraSettings } from '@/services/platform/scan'
import { Notice } from '../notice/notice'
import { type ScanTrouble as Trouble, troubleWords } from './scan.shared'

interface ScanTroubleProps {
  trouble: Trouble | null
  /** Where the six digits are typed from here, such as '在下面输入书记报的六位数字'. */
  digits: string
}

/** A scan that led nowhere: why, and both ways on. Nothing without trouble. */
export function ScanTrouble({ trouble, digits }: ScanTroubleProps) {
  if (trouble === null) return null
  const settings = trouble === 'no camera' && hasCameraSettings()
  const isCalm = trouble === 'closed'
  return (
    <Notice
      tone={isCalm ? 'grey' : 'red'}
      icon={isCalm ? undefined : 'alert'}
      action={settings ? '去设置' : undefined}
      onAction={settings ? () => void openCameraSettings() : undefined}
    >
      {troubleWords(trouble, digits)}
    </Notice>
  )
}
