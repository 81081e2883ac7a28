import { keyNoticeWords, sendingTime } from '@/domain/remind'
import { dayOf } from '@/domain/time'
import type { QuizDoc } from './documents'
import { findOrganisation } from './organisations'
import { orderSending } from './sendings'

/** Orders to tell those whose marks a corrected key changes, once it holds; a repeat is the same order. The function `remind` carries it out. */
export async function orderKeyNotice({ _id, title, orgId }: QuizDoc, correctionId: string, now: number): Promise<void> {
  const { at: dueAt, day } = sendingTime(now)
  const today = dayOf(now)
  await orderSending({
    _id: `keyCorrected.${correctionId}`,
    cause: 'keyCorrected',
    ...{ personId: null, orgId, fromOrgName: (await findOrganisation(orgId))?.name ?? null },
    ...{ kind: null, slice: {}, only: null, from: today, to: today, createdAt: now, day, dueAt },
    notice: {
      ...{ text: keyNoticeWords(title), activityId: _id, mark: correctionId },
      ...{ by: null, until: null, keepsLeave: false, template: null },
    },
  })
}
