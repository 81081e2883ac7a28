import { judgeReflection, listNotes, listOwnReflections, listReflections } from '@/contracts/writing'
import { type CallInput, call } from '../transport/call'

/** Notes and reflections: the calls of the `learn` function for what members write. What they hand in goes through the outbox. */
export const writing = {
  /** @param before from the latest when null */
  notes: (before: number | null) => call(listNotes, { before }),
  ownReflections: () => call(listOwnReflections, {}),
  reflections: (input: CallInput<typeof listReflections>) => call(listReflections, input),
  judge: (input: CallInput<typeof judgeReflection>) => call(judgeReflection, input),
}
