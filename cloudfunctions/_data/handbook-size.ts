import { alongside } from './alongside'

/** How many questions the handbook has, of how many documents, read with the caller; no row when it is empty. */
export const handbookSize = alongside<{ questions: number; documents: number }>(
  'handbook',
  { $match: { _id: { $gt: '' } } },
  { $project: { count: { $size: '$items' } } },
  { $group: { _id: null, questions: { $sum: '$count' }, documents: { $sum: 1 } } },
)
