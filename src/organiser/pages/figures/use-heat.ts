import { useRead } from '@/components/page/use-read'
import type { ParticipationKind } from '@/contracts/common'
import { type SliceName, stats } from '@/services/stats'
import type { Heat } from '../../components/heat-map/heat-map.shared'
import { useKeptOnce } from './use-figures'

/** The twelve months that end with a day's, of an organisation and those below it. They come by themselves, after the figures. */
export function useHeat(orgId: string, kind: ParticipationKind, to: string, slice: SliceName) {
  const name = `heat:${orgId}:${kind}:${to.slice(0, 7)}:${slice}`
  const read = useRead<Heat>({ name, load: () => stats.heat({ orgId, kind, to, slice }) })
  useKeptOnce(name)
  return read
}
