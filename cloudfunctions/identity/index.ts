import { serveActions } from '../_kit/run-action'
import { getMe } from './get-me'

export const main = serveActions('identity', [getMe])
