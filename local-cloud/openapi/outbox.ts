import { randomUUID } from 'node:crypto'
import { Kept } from '../store/kept'
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

/** Older messages are dropped: the outbox is for looking, not for keeping. */
const kept = 1000

/** Messages that were sent, newest last; they survive a restart. */
export class Outbox {
  private readonly messages: Kept<OutboxMessage[]>

  constructor(store: Store) {
    this.messages = new Kept<OutboxMessage[]>(store, 'outbox', [])
  }

  list(): readonly OutboxMessage[] {
    return this.messages.get()
  }

  async add(message: Omit<OutboxMessage, 'id'>): Promise<void> {
    await this.messages.set([...this.list(), { id: randomUUID(), ...message }].slice(-kept))
  }
}
