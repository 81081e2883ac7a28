import { getMe as contract } from '@/contracts/identity'
import { implement } from '../_kit/action'
import { meOf } from './me-of'

/** Everyone may know what the system knows about who they are. */
export const getMe = implement(contract, { allow: () => true, handle: async ({ caller }) => meOf(caller) })
