import { type Kinds, kinds } from '@/services/outbox/kinds'
import type { OutboxState } from '@/services/outbox/outbox.shared'

/** '1 份答卷、1 次签到待上传，…'; null when nothing waits that anybody needs to know of. */
export function waitingWords({ parcels }: Pick<OutboxState, 'parcels'>): string | null {
  const parts = (Object.keys(kinds) as (keyof Kinds)[]).flatMap((name) => {
    const count = parcels.filter(({ kind }) => kind === name).length
    const { unit } = kinds[name]
    return unit !== null && count > 0 ? [`${count} ${unit}`] : []
  })
  return parts.length > 0 ? `${parts.join('、')}待上传，联网后自动送出，不用重做` : null
}
