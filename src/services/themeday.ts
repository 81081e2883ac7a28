import { checkIn, closeCheckIn, getCheckInBoard, getThemeDay, openCheckIn } from '@/contracts/themeday'
import { type CallInput, call } from './transport/call'

/** Theme days: the calls of the `themeday` function. A member's check-in goes through the outbox, which calls `checkIn`. */
export const themeday = {
  get: (themeDayId: string) => call(getThemeDay, { themeDayId }),
  checkIn: (input: CallInput<typeof checkIn>) => call(checkIn, input),
  board: (themeDayId: string) => call(getCheckInBoard, { themeDayId }),
  open: (themeDayId: string) => call(openCheckIn, { themeDayId }),
  close: (themeDayId: string) => call(closeCheckIn, { themeDayId }),
}
