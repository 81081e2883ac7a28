import { Kept } from '../store/kept'
import type { Store } from '../store/store'

/** Templates in one consent at most, as the client's dialogue takes them. */
export const maxTemplates = 5

type Counts = Record<string, Record<string, number>>

/** One-time subscriptions: how many messages of a template a person has agreed to and not yet had. */
export class Consents {
  private readonly kept: Kept<Counts>

  constructor(store: Store) {
    this.kept = new Kept<Counts>(store, 'consents', {})
  }

  of(openid: string): Record<string, number> {
    // Ids come from outside: `constructor` must not find what every object has.
    const counts = this.kept.get()
    return Object.assign(Object.create(null), Object.keys(counts).includes(openid) ? counts[openid] : {})
  }

  /** One more message of each template. */
  async grant(openid: string, templateIds: readonly string[], times = 1): Promise<void> {
    const counts = this.of(openid)
    for (const id of templateIds) counts[id] = (counts[id] ?? 0) + times
    await this.kept.set({ ...this.kept.get(), [openid]: counts })
  }

  /** Uses one up; false when there is none. */
  async take(openid: string, templateId: string): Promise<boolean> {
    const counts = this.of(openid)
    const left = counts[templateId] ?? 0
    if (left < 1) return false
    await this.kept.set({ ...this.kept.get(), [openid]: { ...counts, [templateId]: left - 1 } })
    return true
  }
}
