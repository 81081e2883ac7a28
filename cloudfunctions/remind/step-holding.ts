import { stoodOn } from '@/domain/metrics'
import { holdingWords } from '@/domain/remind'
import { dayOf, earlierDay } from '@/domain/time'
import type { SendingDoc } from '../_data/documents'
import { loadParticipation } from '../_data/participation'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'
import { toOfficers } from './to-officers'

/** To the secretaries of the branches in which nobody took part in a theme day. */
export async function stepHolding(sending: SendingDoc, now: number): Promise<Step> {
  const { orgId, from, to } = sending
  const { tree, index } = await loadParticipation(orgId, from, to)
  const node = tree.byId.get(orgId)
  if (!node) return { after: null, more: false, already: 0 }
  const standing = node.branches.filter((branch) => stoodOn(branch, earlierDay(to, dayOf(now))))
  const held = index.anyone(
    { kind: 'themeday', from, to },
    standing.map(({ ranges }) => ranges),
  )
  return toOfficers(sending, {
    orgs: standing.filter((_branch, i) => !held[i]),
    offices: ['secretary'],
    reminder: ({ name }, personId) => reminderOf(sending, { personId, text: holdingWords(name, sending) }),
  })
}
