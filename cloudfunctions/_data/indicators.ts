import type { IndicatorRecord } from '@/domain/register/indicator'
import { alongside } from './alongside'
import { find, findById, insertOnce, MOST_ROWS, update, whole } from './database'
import type { IndicatorDoc } from './documents'

export const indicatorOf = ({ _id: code, ...indicator }: IndicatorDoc): IndicatorRecord => ({ code, ...indicator })

/** Every indicator that somebody defined or changed; the built-in ones that nobody has are not stored (`withBuiltIns`). A county has some dozens. */
export const findIndicators = async (): Promise<IndicatorRecord[]> =>
  (await find<IndicatorDoc>('indicators', {}, { orderBy: [['_id', 'asc']], limit: MOST_ROWS })).map(indicatorOf)

/** The same, read with the caller. */
export const allIndicators = () => alongside<IndicatorDoc>('indicators', { $sort: { _id: 1 } }, { $limit: MOST_ROWS })

/** One of them, if it is stored; read with the caller. */
export const storedIndicator = (code: string) =>
  alongside<IndicatorDoc>('indicators', { $match: { _id: code } }, { $limit: 1 })

export async function findIndicator(code: string): Promise<IndicatorRecord | null> {
  const found = await findById<IndicatorDoc>('indicators', code)
  return found && indicatorOf(found)
}

/** Stores an indicator in the place of the revision that was read (0: it is not stored). false: somebody was faster. */
export async function writeIndicator({ code, ...indicator }: IndicatorRecord, was: number): Promise<boolean> {
  const document: IndicatorDoc = { _id: code, ...indicator }
  if (was === 0) return (await insertOnce('indicators', document)) === 'inserted'
  const { _id, versions, path, ...plain } = document
  const change = { ...plain, path: whole(path), versions: whole(versions) }
  return (await update('indicators', { _id, revision: was }, change)) === 1
}
