import type { BelowFigures } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { ActivityNumbers, buildTree, Links, ParticipationIndex } from '@/domain/participation'
import { dayOf, endOfDay, type Period, startOfDay } from '@/domain/time'
import type { OrganisationDoc } from '../_data/documents'
import { ledgerOf } from '../_data/facts'
import { findRostersBetween } from '../_data/theme-days'
import { fromIndex, type Inputs, unpackInputs } from './compute-report'

/** As many as one call can read in its time, a thousand a request. */
const MOST_ENTRIES = 150_000
/** Whoever wrote just before the figures were read may have been read, or not. */
const AROUND_MS = 60_000

/** What comes of the ledger as it was. */
export interface Again {
  readonly figures: readonly Figure[]
  readonly below: readonly BelowFigures[]
  /** Entries of the ledger that were read, and those of them that were recorded later and left out. */
  readonly entries: number
  readonly later: number
  /** Something was written in the very minute of the data. */
  readonly near: boolean
}

/**
 * The figures of an organisation as the ledger gives them at an instant.
 * @param inputs tree and roster of then (`packInputs`); what is damaged gives no figures
 * @returns null: more entries than one call can read
 */
export async function computeAgain(
  org: OrganisationDoc,
  period: Period,
  asOf: number,
  inputs: string,
): Promise<Again | null> {
  const { from, to } = period
  const ledger = await ledgerOf(from, to, MOST_ENTRIES)
  if (ledger === null) return null
  const until = ledger.filter(({ recordedAt }) => recordedAt <= asOf)
  const read = {
    entries: ledger.length,
    later: ledger.length - until.length,
    near: ledger.some(({ recordedAt }) => Math.abs(recordedAt - asOf) <= AROUND_MS),
  }
  const unpacked = unpackedOrNull(inputs)
  if (!unpacked) return { figures: [], below: [], ...read }
  const { organisations, roster } = unpacked
  const orgIds = [...new Set([...org.path, ...organisations.map(({ id }) => id)])]
  const rosters = await findRostersBetween(orgIds, startOfDay(from), endOfDay(to), asOf)
  const index = new ParticipationIndex({
    blocks: [],
    facts: until,
    rosters,
    links: Links.of(roster),
    numbers: new ActivityNumbers(),
  })
  const { figures, below } = fromIndex(buildTree(organisations), index, roster, org, period, dayOf(asOf))
  return { figures, below, ...read }
}

function unpackedOrNull(inputs: string): Inputs | null {
  try {
    return unpackInputs(inputs)
  } catch {
    return null
  }
}
