import type { PropsWithChildren } from 'react'
import { useOutbox } from './services/outbox/use-outbox'
import './app.scss'

/** The root of the app: it shows the pages and keeps the outbox going. */
export default function App({ children }: PropsWithChildren) {
  useOutbox()
  return children
}
