import type { ShownEntry, ShownSubmission } from '@/contracts/register-entries'
import { decimalText, type Entry, type Submission } from '@/domain/register'
import { findNames } from '../_data/people'

/** Who looks: for whom a submission is their own, and whether they read names. */
export interface Reader {
  readonly personId: string
  readonly seesNames: boolean
}

/** An entry with everything that happened to it, the latest first. One request for names, when there are any to read. */
export async function shownEntry(entry: Entry | null, decimals: number, reader: Reader): Promise<ShownEntry> {
  if (!entry) return { state: 'missing', revision: 0, standing: null, submissions: [] }
  const ids = entry.submissions.flatMap(({ by, verdict }) => (verdict ? [by, verdict.by] : [by]))
  const names = reader.seesNames ? await findNames([...new Set(ids)]) : new Map<string, string>()
  const shown = (submission: Submission, i: number): ShownSubmission => {
    const { value, document, asOfDay, note, at, by, jumpFrom, verdict } = submission
    return {
      ...{ n: i + 1, value: decimalText(value, decimals), document, asOfDay, note, at },
      mine: by === reader.personId,
      byName: names.get(by) ?? null,
      jumpFrom: jumpFrom === null ? null : decimalText(jumpFrom, decimals),
      verdict: verdict && {
        ...{ accept: verdict.accepted, words: verdict.words, at: verdict.at },
        byName: names.get(verdict.by) ?? null,
      },
    }
  }
  const { state, revision, accepted } = entry
  return {
    state,
    revision,
    standing: accepted && { value: decimalText(accepted.value, decimals), n: accepted.n },
    submissions: entry.submissions.map(shown).reverse(),
  }
}
