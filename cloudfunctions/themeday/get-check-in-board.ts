import { getCheckInBoard as contract } from '@/contracts/themeday'
import { implement } from '../_kit/action'
import { boardOf } from './board-of'
import { joined, managedThemeDay } from './managed-theme-day'

export const getCheckInBoard = implement(contract, {
  ...managedThemeDay,
  async handle({ found, now }) {
    const { themeDay, org } = joined(found)
    return boardOf(themeDay, org, now)
  },
})
