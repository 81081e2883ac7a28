import { kindOf, kinds, type ParcelKind } from '@/services/outbox/kinds'
import type { OutboxState } from '@/services/outbox/outbox.shared'

const FULL = '手机存储满了，刚做的还没有存下。请先别关掉，联网后点“现在送”，或删掉手机里不用的东西'

/** '1 份答卷、1 次签到待上传，…'; null when nothing waits that the person should know of. */
export function waitingWords(outbox: OutboxState): string | null {
  if (outbox.full) return FULL
  const parts = (Object.keys(kinds) as ParcelKind[]).flatMap((kind) => {
    const count = outbox.parcels.filter((parcel) => parcel.kind === kind).length
    const unit = kindOf(kind)?.unit ?? null
    return count > 0 && unit !== null ? [`${count} ${unit}`] : []
  })
  return parts.length > 0 ? `${parts.join('、')}待上传，联网后自动送出，不用重做` : null
}
