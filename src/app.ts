import type { PropsWithChildren } from 'react'
import { pressByKey } from './components/aria/press-by-key'
import { watchMissingPages } from './components/page/missing-page'
import { useNotBound } from './components/page/use-not-bound'
import { useOutbox } from './services/outbox/use-outbox'
import { useUpdate } from './services/platform/use-update'
import './app.scss'

pressByKey()
watchMissingPages()

/** The root of the app: it shows the pages, keeps the outbox going, leads who is not bound to binding, and asks about a newer version. */
export default function App({ children }: PropsWithChildren) {
  useOutbox()
  useNotBound()
  useUpdate()
  return children
}
