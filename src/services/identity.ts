import { getMe } from '@/contracts/identity'
import { call } from './transport/call'

/** Who the caller is: the calls of the `identity` function. */
export const identity = {
  me: () => call(getMe, {}),
}
