import type { PropsWithChildren } from 'react'
import { pressByKey } from './components/aria/press-by-key'
import { useOutbox } from './services/outbox/use-outbox'
import './app.scss'

pressByKey()

/** The root of the app: it shows the pages and keeps the outbox going. */
export default function App({ children }: PropsWithChildren) {
  useOutbox()
  return children
}
