import type { SendingDoc } from '../_data/documents'
import { writeSendingStep } from '../_data/sendings'
import { stepDayNotice } from './step-day-notice'
import { stepHolding } from './step-holding'
import { stepKeyNotice } from './step-key-notice'
import { stepMissing } from './step-missing'
import { stepQuizzes, stepThemeDays } from './step-own-wish'
import { stepRegister } from './step-register'
import { stepReport } from './step-report'

/** What a step did: where it ended, whether there is more, who had one already. */
export interface Step {
  readonly after: number | string | null
  readonly more: boolean
  readonly already: number
  readonly vacant?: number
}

const steps: Readonly<Record<SendingDoc['cause'], (sending: SendingDoc, now: number) => Promise<Step>>> = {
  missing: stepMissing,
  holding: stepHolding,
  themeDay: stepThemeDays,
  quiz: stepQuizzes,
  register: stepRegister,
  themeDayChanged: stepDayNotice,
  keyCorrected: stepKeyNotice,
  reportStep: stepReport,
}

/**
 * Goes on with an order until it is carried out or `isOver`. Every step writes its reminders first and where it ended second, so that a step which died in
 * between is done again and writes the same reminders. Gives the order as it stands.
 */
export async function runSending(sending: SendingDoc, now: number, isOver: () => boolean): Promise<SendingDoc> {
  let current = sending
  // one step at least: a small order is carried out at once, however slow the machine is
  for (let first = true; current.open && (first || !isOver()); first = false) {
    const { after, more, already, vacant = 0 } = await steps[current.cause](current, now)
    const next = await writeSendingStep(current, {
      after,
      open: more,
      already: current.already + already,
      vacant: current.vacant + vacant,
    })
    // another worker has made this step: it goes on
    if (!next) return current
    current = next
  }
  return current
}
