import { Kept, type Notes } from '../store/kept'

/** Templates in one consent at most, as the client's dialogue takes them. */
export const maxTemplates = 5

type Counts = Record<string, number>

/** One-time subscriptions: how many messages of a template a person has agreed to and not yet had. */
export class Consents {
  /** A note of its own for each person: one consent writes a few bytes, however many people there are. */
  private readonly kept = new Map<string, Kept<Counts>>()

  constructor(private readonly store: Notes) {}

  of(openid: string): Counts {
    // Ids come from outside: `constructor` must not find what every object has.
    return Object.assign(Object.create(null), this.keptFor(openid).get())
  }

  /** One more message of each template. */
  async grant(openid: string, templateIds: readonly string[], times = 1): Promise<void> {
    const counts = this.of(openid)
    for (const id of templateIds) counts[id] = (counts[id] ?? 0) + times
    await this.keptFor(openid).set(counts)
  }

  /** Uses one up; false when there is none. */
  async take(openid: string, templateId: string): Promise<boolean> {
    const counts = this.of(openid)
    const left = counts[templateId] ?? 0
    if (left < 1) return false
    counts[templateId] = left - 1
    await this.keptFor(openid).set(counts)
    return true
  }

  private keptFor(openid: string): Kept<Counts> {
    const known = this.kept.get(openid) ?? new Kept<Counts>(this.store, `consents:${openid}`, {})
    this.kept.set(openid, known)
    return known
  }
}
