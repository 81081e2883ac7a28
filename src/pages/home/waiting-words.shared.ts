import type { OutboxState } from '@/services/outbox/outbox.shared'

/** How one counts what waits, kind by kind. */
const units: readonly (readonly [kind: string, unit: string])[] = [
  ['submitPaper', '份答卷'],
  ['completeLesson', '道检查题'],
  ['checkIn', '次签到'],
]

/** '1 份答卷、1 次签到待上传，…'; null when nothing waits. */
export function waitingWords(outbox: OutboxState): string | null {
  if (outbox.parcels.length === 0) return null
  const countOf = (kind: string) => outbox.parcels.filter((parcel) => parcel.kind === kind).length
  const named = units.filter(([kind]) => countOf(kind) > 0).map(([kind, unit]) => `${countOf(kind)} ${unit}`)
  const others = outbox.parcels.filter(({ kind }) => !units.some(([known]) => known === kind)).length
  const parts = others > 0 ? [...named, named.length > 0 ? `另有 ${others} 项` : `${others} 项内容`] : named
  return `${parts.join('、')}待上传，联网后自动送出，不用重做`
}
