import cloud from 'wx-server-sdk'
import type { CollectionName } from './collections'

/**
 * The few database calls that repositories are made of, typed. Every call is one request. Reads always carry a limit: the
 * platform answers 100 rows unless told, and 1,000 at most.
 */
// the SDK's types know only strings here; its own constant is a symbol
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
const db = cloud.database()

/** Query operators of the platform (`_.gte(…)`, `_.in(…)`). */
export const _ = db.command

export const isIn = (values: readonly unknown[]) => _.in([...values])

/** A value for `update` that replaces the field as a whole: the SDK turns a plain object into one dotted field each, which fails below null. */
export const whole = (value: object) => _.set(value)

export const MOST_ROWS = 1000

type Where = Record<string, unknown>
type Stage = Record<string, unknown>

export interface FindOptions {
  orderBy?: readonly (readonly [field: string, order: 'asc' | 'desc'])[]
  /** At most 1,000. */
  limit: number
  /** Only these fields (and `_id`). */
  fields?: readonly string[]
}

export async function find<T>(collection: CollectionName, where: Where, options: FindOptions): Promise<T[]> {
  let query = db.collection(collection).where(where)
  for (const [field, order] of options.orderBy ?? []) query = query.orderBy(field, order)
  if (options.fields) query = query.field(Object.fromEntries(options.fields.map((field) => [field, true])))
  const { data } = (await query.limit(options.limit).get()) as unknown as { data: T[] }
  return data
}

/** How many match. */
export async function count(collection: CollectionName, where: Where): Promise<number> {
  return ((await db.collection(collection).where(where).count()) as { total: number }).total
}

export async function findById<T>(collection: CollectionName, id: string): Promise<T | null> {
  const [document] = await find<T>(collection, { _id: id }, { limit: 1 })
  return document ?? null
}

/** Documents by id, in any order: one request for each `page` of ids, side by side. */
export async function findByIds<T extends { _id: string }>(
  collection: CollectionName,
  ids: readonly string[],
  options: { fields?: readonly string[]; page?: number } = {},
): Promise<T[]> {
  const page = options.page ?? MOST_ROWS
  const pages = Array.from({ length: Math.ceil(ids.length / page) }, (_, i) => ids.slice(i * page, (i + 1) * page))
  const found = await Promise.all(
    pages.map((some) => find<T>(collection, { _id: isIn(some) }, { limit: page, fields: options.fields })),
  )
  return found.flat()
}

/**
 * As many of the first matches as one answer may hold, and whether there may be more. An answer over 1 MB is an error without a code of its own,
 * so whatever fails is tried with a quarter of the rows: long reasons or large rosters must not stop everyone's figures.
 */
export async function findSome<T>(
  collection: CollectionName,
  where: Where,
  options: FindOptions,
): Promise<{ rows: T[]; more: boolean; limit: number }> {
  const { limit } = options
  try {
    const rows = await find<T>(collection, where, options)
    return { rows, more: rows.length === limit, limit }
  } catch (error) {
    if (limit === 1) throw error
    return findSome(collection, where, { ...options, limit: Math.ceil(limit / 4) })
  }
}

/** Every match, in pages by `_id`: one request a page. The condition is on other fields: `_id` is the cursor. */
export async function findAll<T extends { _id: string }>(
  collection: CollectionName,
  where: Where & { _id?: never },
  options: { fields?: readonly string[]; page?: number } = {},
): Promise<T[]> {
  let page = options.page ?? MOST_ROWS
  const all: T[] = []
  let after = ''
  for (;;) {
    const { rows, more, limit } = await findSome<T>(
      collection,
      { ...where, _id: _.gt(after) },
      { orderBy: [['_id', 'asc']], limit: page, fields: options.fields },
    )
    all.push(...rows)
    const last = rows[rows.length - 1]
    if (!more || !last) return all
    after = last._id
    page = limit
  }
}

const VALUES_AT_ONCE = 50
const SIDE_BY_SIDE = 6

/**
 * Every match whose field is one of many values, each once, in no order. Some values at a time: with a county's 1,700 branches in one condition each page
 * would have to look at everyone again, and with more of them no index would serve it.
 */
export async function findAllIn<T extends { _id: string }>(
  collection: CollectionName,
  field: string,
  values: readonly string[],
  where: Where & { _id?: never },
  options: { fields?: readonly string[]; page?: number } = {},
): Promise<T[]> {
  const pages = Array.from({ length: Math.ceil(values.length / VALUES_AT_ONCE) }, (_page, i) =>
    values.slice(i * VALUES_AT_ONCE, (i + 1) * VALUES_AT_ONCE),
  )
  const found = new Map<string, T>()
  for (let first = 0; first < pages.length; first += SIDE_BY_SIDE) {
    const some = pages.slice(first, first + SIDE_BY_SIDE)
    const lists = await Promise.all(
      some.map((page) => findAll<T>(collection, { ...where, [field]: isIn(page) }, options)),
    )
    for (const document of lists.flat()) found.set(document._id, document)
  }
  return [...found.values()]
}

/** The platform reports a duplicate key as -502001, or as -501001 where the server's code is unmapped: the text decides. */
export const isDuplicateKey = (error: unknown): boolean => {
  const { errCode, errMsg, message } = error as { errCode?: number; errMsg?: string; message?: string }
  return (errCode === -502001 || errCode === -501001) && /duplicate key|E11000/i.test(`${errMsg} ${message}`)
}

/** Adds a document whose `_id` (or another unique field) makes it unique; says whether it was there already. */
export async function insertOnce<T extends { _id: string }>(
  collection: CollectionName,
  document: T,
): Promise<'inserted' | 'exists'> {
  try {
    await db.collection(collection).add({ data: document })
    return 'inserted'
  } catch (error) {
    if (isDuplicateKey(error)) return 'exists'
    throw error
  }
}

/** Sets fields of every match; the number of documents changed. */
export async function update(collection: CollectionName, where: Where, data: Where): Promise<number> {
  const result = (await db.collection(collection).where(where).update({ data })) as { stats: { updated: number } }
  return result.stats.updated
}

/** Removes every match; how many there were. */
export async function remove(collection: CollectionName, where: Where): Promise<number> {
  const result = (await db.collection(collection).where(where).remove()) as { stats: { removed: number } }
  return result.stats.removed
}

/** Writes a whole document under its id, whether or not it was there. */
export async function put<T extends { _id: string }>(collection: CollectionName, document: T): Promise<void> {
  const { _id, ...data } = document
  await db.collection(collection).doc(_id).set({ data })
}

/** Runs a pipeline of raw stages (`[{ $match: … }, …]`). */
export async function aggregate<T>(collection: CollectionName, stages: readonly Stage[]): Promise<T[]> {
  let chain = db.collection(collection).aggregate()
  for (const stage of stages) {
    const [[name, value] = ['', undefined]] = Object.entries(stage)
    chain = (chain as unknown as Record<string, (value: unknown) => typeof chain>)[name.slice(1)]?.(value) ?? chain
  }
  const { list } = (await chain.end()) as unknown as { list: T[] }
  return list
}
