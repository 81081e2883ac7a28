import type { CollectionName } from './collections'

/**
 * Documents that are read in the same request as the caller. The platform has no query over two collections except an
 * aggregation's $lookup; an uncorrelated one (a pipeline that begins with $match on constants) uses that collection's index. So an
 * action learns who calls and what it needs in one request, and hot actions keep within three.
 */
export interface Alongside<T> {
  readonly from: CollectionName
  readonly pipeline: readonly Record<string, unknown>[]
  /** Only for the type. */
  readonly type?: T
}

/** A $match on what is meant for the caller: the organisation in `orgId` is theirs or above it. `loadCaller` sets `orgPath`, and `personId` with it. */
export const forCaller = { $expr: { $in: ['$orgId', '$$orgPath'] } }

/** What an action asks for, by name. */
export type AlongsideSpec = Record<string, Alongside<unknown>>

/** What it gets: a list for each name. */
export type Found<Spec extends AlongsideSpec> = { [K in keyof Spec]: Spec[K] extends Alongside<infer T> ? T[] : never }

export const alongside = <T>(from: CollectionName, ...pipeline: Record<string, unknown>[]): Alongside<T> => ({
  from,
  pipeline,
})
