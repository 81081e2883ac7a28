import { usePages } from '@/components/page/use-pages'
import { useRead } from '@/components/page/use-read'
import { cacheNames } from '@/services/cache/cache'
import { learn } from '@/services/learn'
import { type HistoryPage, joinPages } from './history.shared'

/** The caller's attempts, latest first: the first page also without a network, older ones on a tap. */
export function useHistory() {
  const read = useRead<HistoryPage>({ name: cacheNames.history, load: () => learn.attempts(null) })
  const { pages, ...older } = usePages(read.data, learn.attempts)
  return { read, rows: joinPages(pages), ...older }
}
