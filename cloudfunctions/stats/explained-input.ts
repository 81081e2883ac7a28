import type { OutputOf } from '@/contracts/action'
import type { explainFigure } from '@/contracts/opening'
import type { OrgNode } from '@/domain/participation'
import type { Participation } from '../_data/participation'
import type { Asked } from './explain-figure'
import type { OpenScope } from './open-scope'

export interface ExplainInput {
  readonly participation: Participation
  readonly node: OrgNode
  /** Ids of the organisations above it. */
  readonly above: readonly string[]
  readonly asked: Asked
  /** Where the participations of the figure are; null: it does not come from any. */
  readonly scope: OpenScope | null
  readonly now: number
}

/** A county has some 230 committees, a committee some 200 branches. */
export const MOST_CHILDREN = 500

export type Explained = Pick<
  OutputOf<typeof explainFigure>,
  | 'figure'
  | 'name'
  | 'unit'
  | 'kind'
  | 'definition'
  | 'parts'
  | 'formula'
  | 'fold'
  | 'source'
  | 'children'
  | 'own'
  | 'left'
  | 'periods'
>

/** A figure with what it is made of. */
export type Valued = Pick<Explained, 'figure' | 'children' | 'own' | 'source'>

/** No value, since nothing records it (of these people). */
export const noSource = (code: string, source: Valued['source']): Valued => ({
  figure: { code, value: null, state: 'noSource' },
  children: [],
  own: null,
  source,
})
