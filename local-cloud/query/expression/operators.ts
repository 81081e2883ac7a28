import { accumulatedOperators } from './accumulated'
import { arithmetic } from './arithmetic'
import { arrays } from './arrays'
import { conversions } from './convert'
import { dateFormats } from './date-formats'
import { dateParts } from './date-parts'
import { iteration } from './iteration'
import { logic } from './logic'
import { objects } from './objects'
import { sets } from './sets'
import { patterns } from './string-patterns'
import { strings } from './strings'
import { substrings } from './substrings'
import type { Operators } from './types'

/** Every expression operator that the local cloud knows. */
export const operators: Operators = {
  ...arithmetic,
  ...logic,
  ...strings,
  ...substrings,
  ...patterns,
  ...arrays,
  ...iteration,
  ...sets,
  ...dateParts,
  ...dateFormats,
  ...conversions,
  ...objects,
  ...accumulatedOperators,
}
