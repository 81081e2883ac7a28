import type { ReflectionAbout } from '@/contracts/writing'
import { alongside } from './alongside'
import { _, count, find, findById, insertOnce, update, whole } from './database'
import type { OrganisationDoc, ReflectionDoc } from './documents'

export const reflectionId = ({ kind, id }: ReflectionAbout, personId: string) => `${kind}.${id}.${personId}`

/** The caller's own reflection on something, read with the caller; correlated by the person that the caller is. */
export const ownReflection = ({ kind, id }: ReflectionAbout, openid: string) =>
  alongside<ReflectionDoc>(
    'bindings',
    { $match: { _id: openid } },
    { $limit: 1 },
    { $project: { reflectionId: { $concat: [`${kind}.${id}.`, '$personId'] } } },
    { $lookup: { from: 'reflections', localField: 'reflectionId', foreignField: '_id', as: 'reflection' } },
    { $unwind: '$reflection' },
    { $replaceRoot: { newRoot: '$reflection' } },
  )

/** A reflection with the organisation that reads it. */
export const reflectionWithOrg = (id: string) =>
  alongside<ReflectionDoc & { org: OrganisationDoc[] }>(
    'reflections',
    { $match: { _id: id } },
    { $limit: 1 },
    { $lookup: { from: 'organisations', localField: 'orgId', foreignField: '_id', as: 'org' } },
  )

export const findReflection = (id: string) => findById<ReflectionDoc>('reflections', id)

/** Writes a reflection in the place of the version that was read (null: of none). false: someone was faster, or judged it meanwhile. */
export async function writeReflection(reflection: ReflectionDoc, replaces: ReflectionDoc | null): Promise<boolean> {
  if (replaces === null) return (await insertOnce('reflections', reflection)) === 'inserted'
  const { _id, pen, about, ...fields } = reflection
  const was = { _id, writtenAt: replaces.writtenAt, state: replaces.state }
  return (await update('reflections', was, { ...fields, about: whole(about), pen: pen && whole(pen) })) === 1
}

/** Keeps what was decided about the text that was seen; false: the text or its state is another by now. */
export async function judge(
  seen: Pick<ReflectionDoc, '_id' | 'writtenAt' | 'state'>,
  verdict: Pick<ReflectionDoc, 'state' | 'returned' | 'judgedBy'>,
): Promise<boolean> {
  const { _id, writtenAt, state } = seen
  return (await update('reflections', { _id, writtenAt, state }, { ...verdict })) === 1
}

/** A person's reflections, latest first. */
export const reflectionsOf = (personId: string, most: number) =>
  find<ReflectionDoc>('reflections', { personId }, { orderBy: [['writtenAt', 'desc']], limit: most })

/** Those of an organisation in some state, latest first, written before an instant (null: any). */
export const reflectionsIn = (
  orgId: string,
  states: readonly ReflectionDoc['state'][],
  before: number | null,
  most: number,
) =>
  find<ReflectionDoc>(
    'reflections',
    { orgId, state: _.in([...states]), ...(before === null ? {} : { writtenAt: _.lt(before) }) },
    { orderBy: [['writtenAt', 'desc']], limit: most },
  )

/** How many wait for a person to look at them. */
export const countWaiting = (orgId: string) => count('reflections', { orgId, state: 'review' })
