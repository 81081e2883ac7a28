import { randomUUID } from 'node:crypto'
import type { Store } from '../store/store'

/** A subscribe message that would have been sent. */
export interface OutboxMessage {
  id: string
  /** Epoch ms, by the cloud's clock. */
  sentAt: number
  toUser: string
  templateId: string
  page: string | null
  data: unknown
}

const key = 'outbox'
/** Older messages are dropped: the outbox is for looking, not for keeping. */
const kept = 1000

/** Messages that were sent, newest last; they survive a restart. */
export class Outbox {
  constructor(private readonly store: Store) {}

  list(): OutboxMessage[] {
    return this.store.note<OutboxMessage[]>(key) ?? []
  }

  async add(message: Omit<OutboxMessage, 'id'>): Promise<void> {
    await this.store.putNote(key, [...this.list(), { id: randomUUID(), ...message }].slice(-kept))
  }
}
