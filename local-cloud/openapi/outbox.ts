import { randomUUID } from 'node:crypto'
import type { Notes } from '../store/kept'

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

/** Messages that were sent, newest last; they survive a restart. Each is a note of its own, so sending many stays cheap. */
export class Outbox {
  private readonly messages: OutboxMessage[] = []
  /** Messages ever sent; the n-th lies in the place n modulo `kept`. */
  private sent: number

  constructor(private readonly store: Notes) {
    this.sent = store.note<number>('outbox:sent') ?? 0
    for (let n = Math.max(0, this.sent - kept); n < this.sent; n++) {
      const message = store.note<OutboxMessage>(placeOf(n))
      if (message) this.messages.push(message)
    }
  }

  list(): readonly OutboxMessage[] {
    return this.messages
  }

  async add(message: Omit<OutboxMessage, 'id'>): Promise<void> {
    const complete = { id: randomUUID(), ...message }
    const n = this.sent++
    this.messages.push(complete)
    if (this.messages.length > kept) this.messages.shift()
    await Promise.all([this.store.putNote(placeOf(n), complete), this.store.putNote('outbox:sent', n + 1)])
  }
}

const placeOf = (n: number): string => `outbox:${n % kept}`
