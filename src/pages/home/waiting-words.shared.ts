import { type Kinds, kinds } from '@/services/outbox/kinds'
import type { OutboxState, Parcel } from '@/services/outbox/outbox.shared'

/** '1 份答卷、1 次签到'; empty when nothing of it needs to be known of. */
function listed(parcels: readonly Parcel[]): string {
  const parts = (Object.keys(kinds) as (keyof Kinds)[]).flatMap((name) => {
    const count = parcels.filter(({ kind }) => kind === name).length
    const { unit } = kinds[name]
    return unit !== null && count > 0 ? [`${count} ${unit}`] : []
  })
  return parts.join('、')
}

/** '1 份答卷、1 次签到待上传，…' of what is stored on the phone; null when nothing waits that anybody needs to know of. */
export function waitingWords({ parcels }: Pick<OutboxState, 'parcels'>): string | null {
  const list = listed(parcels.filter(({ held }) => !held))
  return list === '' ? null : `${list}待上传，联网后自动送出，不用重做`
}

/** What is not stored because the phone is full, and is gone when the app is closed; null when there is no such thing. */
export function heldWords({ parcels }: Pick<OutboxState, 'parcels'>): string | null {
  const list = listed(parcels.filter(({ held }) => held))
  return list === '' ? null : `手机存储满了，${list}还没存下。请先别关小程序，连上网就送出`
}
