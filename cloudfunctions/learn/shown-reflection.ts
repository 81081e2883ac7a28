import type { Reflection } from '@/contracts/writing'
import type { ReflectionDoc } from '../_data/documents'

/** A reflection as its writer and its readers see it: without who judged it and which phone wrote it. */
export const shownReflection = ({
  _id,
  about,
  title,
  text,
  writtenAt,
  state,
  returned,
}: ReflectionDoc): Reflection => ({
  id: _id,
  about: { kind: about.kind, id: about.id },
  title,
  text,
  writtenAt,
  state,
  returned,
})
