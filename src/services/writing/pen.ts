import type { Pen } from '@/contracts/writing'
import { draftsKv } from '../cache/drafts-kv'

const KEY = 'pen'

/** A name for this phone that says nothing about it. */
const newPhone = (): string => Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join('')

/**
 * The pen for the next change of a text: this phone, and a time that rises with every change even when the phone's clock is set back, because the
 * server keeps one phone's changes in the order of it.
 */
export function takePen(): Pen {
  const last = draftsKv.read<Pen>(KEY)
  const pen = { phone: last?.phone ?? newPhone(), at: Math.max(Date.now(), (last?.at ?? 0) + 1) }
  draftsKv.write(KEY, pen)
  return pen
}
