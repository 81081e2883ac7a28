import { serveActions } from '../_kit/run-action'
import { defineIndicator } from './define-indicator'
import { getEntry } from './get-entry'
import { getIndicator } from './get-indicator'
import { getRegister } from './get-register'
import { judgeEntry } from './judge-entry'
import { listIndicators } from './list-indicators'
import { retireIndicator } from './retire-indicator'
import { submitEntry } from './submit-entry'

export const main = serveActions('register', [
  listIndicators,
  defineIndicator,
  retireIndicator,
  getRegister,
  getIndicator,
  getEntry,
  submitEntry,
  judgeEntry,
])
