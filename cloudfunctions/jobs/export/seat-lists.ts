import { aboveWords } from '@/domain/export'
import { Bitmap } from '@/domain/participation'
import type { SeatList } from './gathered'
import type { Snapshot } from './snapshot'

/** Seats by the organisation that they belong to, in the order of the tree. */
export function seatLists(
  seats: readonly number[],
  mobile: Bitmap,
  { tree }: Pick<Snapshot, 'tree'>,
): (SeatList & { readonly orgId: string })[] {
  const set = Bitmap.from(seats)
  return tree.walk.flatMap((node) => {
    if (node.own.length === 0) return []
    const own = set.clip(node.own).toArray()
    if (own.length === 0) return []
    const away = own.filter((seat) => mobile.has(seat))
    return [{ orgId: node.id, orgName: node.name, above: aboveWords(node, tree), seats: own, mobile: away }]
  })
}
