import { emptyBlock, type RosterBlock, rosterBlocks } from '@/domain/participation/roster'
import type { Membership } from '@/domain/people/membership'
import { find, findAll, findById, insertOnce, update } from './database'
import type { PersonDoc, RosterDoc } from './documents'

/** What a block says, without when it was written. */
const said = ({ taken, mobile, probationary, born, changes, links }: RosterBlock): string =>
  JSON.stringify([taken, mobile, probationary, born, changes, links])

const versions = () => find<Pick<RosterDoc, '_id' | 'version'>>('rosters', {}, { limit: 1000, fields: ['version'] })

export interface RosterCheck {
  readonly people: number
  readonly blocks: number
  /** Blocks that are not what the people say, as they ought to be, with the version that was looked at (0: there is none). */
  readonly differing: readonly RosterBlock[]
}

/**
 * Compares the stored roster with the one that the people give. null when it was changed meanwhile: what was read then belongs to
 * no one moment. Reads everyone, in pages of 1,000.
 */
export async function checkRoster(): Promise<RosterCheck | null> {
  const before = await versions()
  const people = await findAll<PersonDoc & Membership>(
    'people',
    {},
    { fields: ['seatings', 'mobileSpells', 'fullFrom', 'bornYear'] },
  )
  // one at a time: a block may be a tenth of what an answer may be
  const stored: RosterBlock[] = []
  for (const { _id, version } of before) {
    const block = await findById<RosterDoc>('rosters', _id)
    if (block?.version !== version) return null
    stored.push(block)
  }
  if ((await versions()).length !== before.length) return null
  const due = rosterBlocks(people)
  const parts = [...new Set([...stored, ...due].map(({ part }) => part))]
  const differing = parts.flatMap((part) => {
    const is = stored.find((block) => block.part === part)
    const ought = due.find((block) => block.part === part) ?? emptyBlock(part)
    return is && said(is) === said(ought) ? [] : [{ ...ought, version: is?.version ?? 0 }]
  })
  return { people: people.length, blocks: stored.length, differing }
}

/** Writes a block as it ought to be, unless a move has written it since. */
export async function rebuildBlock({ _id, version, ...block }: RosterBlock): Promise<boolean> {
  if (version === 0) return (await insertOnce('rosters', { _id, ...block, version: 1 })) === 'inserted'
  return (await update('rosters', { _id, version }, { ...block, version: version + 1 })) === 1
}
