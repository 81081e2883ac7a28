import { draftsKv, draftsKvOf } from '../cache/drafts-kv'
import { createSignal } from '../signal.shared'
import type { InHandKv } from '../storage/in-hand.shared'
import { acknowledged, type KeptNote, opened, type ServerNote } from './note.shared'

const keyOf = (lessonId: string) => `note:${lessonId}`
const changed = createSignal()

const notesIn = (kv: InHandKv) => ({
  read: (lessonId: string): KeptNote | null => kv.read<KeptNote>(keyOf(lessonId)),
  /** Whether the phone has it now. */
  write(lessonId: string, note: KeptNote): boolean {
    const stored = kv.write(keyOf(lessonId), note)
    changed.notify()
    return stored
  },
  /** Whether the note is in the phone's storage, and not only in memory. */
  isStored: (lessonId: string): boolean => !kv.isInHand(keyOf(lessonId)),
  /** The note with what the server says of it. */
  open(lessonId: string, server: ServerNote | null): KeptNote {
    const note = opened(kv.read<KeptNote>(keyOf(lessonId)), server)
    kv.write(keyOf(lessonId), note)
    return note
  },
  /** The server has what was sent. */
  acknowledge(lessonId: string, sent: string, answer: ServerNote): void {
    const kept = kv.read<KeptNote>(keyOf(lessonId))
    if (kept === null) return
    kv.write(keyOf(lessonId), acknowledged(kept, sent.trim(), answer))
    changed.notify()
  },
})

/** The notes that this phone keeps for one person. */
export const notesOf = (person: string) => notesIn(draftsKvOf(person))
export type Notes = ReturnType<typeof notesOf>

/** The notes of the person who uses this phone now, written at every keystroke. */
export const notes = { ...notesIn(draftsKv), subscribe: changed.subscribe }
