import { Notice } from '@/components/notice/notice'
import { ScanButton } from '@/components/scan/scan-button'
import { useOutboxState } from '@/services/outbox/use-outbox'

/** Somebody in the room is not bound yet and the code is on the screen: it is scanned first, and its moment stands while they bind. */
export function ScanFirst() {
  const scans = useOutboxState().parcels.filter(({ kind }) => kind === 'checkIn')
  if (scans.length > 0) {
    const held = scans.some((scan) => scan.held === true)
    return (
      <Notice icon="upload">
        {held
          ? '码已经扫上，但手机存储满了存不下：绑定好以前请别关掉小程序。'
          : '码已经扫上，存在手机里了，扫码的时间也记下了。绑定好就自动送出，您慢慢来。'}
      </Notice>
    )
  }
  return (
    <ScanButton kind="plain" digits="先绑定，再输入书记报的六位数字">
      在现场？先扫码，再绑定
    </ScanButton>
  )
}
