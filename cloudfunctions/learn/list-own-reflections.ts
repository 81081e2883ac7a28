import { listOwnReflections as contract } from '@/contracts/writing'
import { reflectionsOf } from '../_data/reflections'
import { implement } from '../_kit/action'
import { shownReflection } from './shown-reflection'

const MOST = 100

/** Two database requests. */
export const listOwnReflections = implement(contract, {
  allow: () => true,
  handle: async ({ caller }) => ({ rows: (await reflectionsOf(caller.person._id, MOST)).map(shownReflection) }),
})
