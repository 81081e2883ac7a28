import { serveActions } from '../_kit/run-action'
import { checkIn } from './check-in'
import { closeCheckIn } from './close-check-in'
import { getCheckInBoard } from './get-check-in-board'
import { getThemeDay } from './get-theme-day'
import { openCheckIn } from './open-check-in'

export const main = serveActions('themeday', [getThemeDay, checkIn, getCheckInBoard, openCheckIn, closeCheckIn])
