import { deflateSync, inflateSync } from 'node:zlib'
import type { BelowFigures, ReportIndicator } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { createFamily, evaluateAll, recordFigures } from '@/domain/metrics'
import type { OrganisationRecord, OrgTree, ParticipationIndex, RosterBlock } from '@/domain/participation'
import { belowCodes, reportCodes } from '@/domain/report'
import { dayOf } from '@/domain/time/day'
import type { OrganisationDoc } from '../_data/documents'
import { loadParticipation } from '../_data/participation'
import { loadRecords } from '../_data/record-figures'
import { registerFigures } from '../_data/register-figures'

/** What a report is made of, besides what people write. */
export interface Computed {
  /** Facts recorded up to this instant are in the figures. */
  readonly asOf: number
  readonly figures: Figure[]
  readonly below: BelowFigures[]
  readonly indicators: ReportIndicator[]
  /** Tree and roster, packed, for computing it anew. */
  readonly inputs: string
}

interface Period {
  readonly from: string
  readonly to: string
}

/** Every figure of an organisation's report as of now: from the index, from the records and from the register. */
export async function computeReport(org: OrganisationDoc, { from, to }: Period, now: number): Promise<Computed> {
  const { tree, index, roster } = await loadParticipation(org._id, from, to)
  const today = dayOf(now)
  const above = org.path.filter((id) => id !== org._id)
  const [records, register] = await Promise.all([
    loadRecords(tree, above, from, to),
    registerFigures(tree, org._id, from, to, today),
  ])
  const { node, figures, below } = fromIndex(tree, index, roster, org, { from, to }, today)
  const counted = recordFigures({ index, node, records, from, to, today })
  const known = new Map([...figures, ...counted, ...register.map(({ figure }) => figure)].map((one) => [one.code, one]))
  return {
    asOf: now,
    figures: [...known.values()],
    below,
    indicators: register.map(({ figure: { code }, name, unit, kind, definition }) => ({
      code,
      name,
      unit,
      kind,
      definition,
    })),
    inputs: packInputs(tree, roster),
  }
}

/** What the index says: the organisation's own figures and those by which the ones below it are looked at. */
export function fromIndex(
  tree: OrgTree,
  index: ParticipationIndex,
  roster: readonly RosterBlock[],
  { _id, kind }: Pick<OrganisationDoc, '_id' | 'kind'>,
  { from, to }: Period,
  today: string,
) {
  const node = tree.byId.get(_id)
  if (!node) throw new Error('the organisation is not in its own subtree')
  const { own, children } = createFamily({ index, roster, from, to, slice: {}, today }, node)
  const below = children.flatMap((context, i): BelowFigures[] => {
    const child = node.children[i]
    return child ? [{ org: { id: child.id, name: child.name }, figures: evaluateAll(belowCodes, context) }] : []
  })
  return { node, figures: evaluateAll(reportCodes(kind), own), below }
}

export interface Inputs {
  readonly organisations: readonly OrganisationRecord[]
  readonly roster: readonly RosterBlock[]
}

function packInputs(tree: OrgTree, roster: readonly RosterBlock[]): string {
  const organisations = tree.walk.map(
    ({ id, name, kind, category, parentId, order, foundedOn = null, endedOn = null, own }): OrganisationRecord => ({
      id,
      name,
      kind,
      category,
      parentId,
      order,
      foundedOn,
      endedOn,
      seats: own,
    }),
  )
  return deflateSync(JSON.stringify({ organisations, roster } satisfies Inputs)).toString('base64')
}

/** Throws Error for what is damaged. */
export const unpackInputs = (data: string): Inputs =>
  JSON.parse(inflateSync(Buffer.from(data, 'base64')).toString('utf8')) as Inputs
