import type { Reminded } from '@/contracts/remind'
import type { Caller as Allowed } from '@/domain/people'
import { canRemind } from '@/domain/people'
import { sendingTime } from '@/domain/remind'
import { writeAudit } from '../_data/audit'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc, SendingDoc } from '../_data/documents'
import { countOfSending } from '../_data/reminders'
import { orderSending, sendingId } from '../_data/sendings'
import { detailOf, log } from '../_kit/log'
import { deliverDue } from './deliver'
import { runSending } from './run-sending'

/** Whoever orders waits so long; the timer does the rest. */
const PATIENCE_MS = 4000

type About = Pick<SendingDoc, 'cause' | 'orgId' | 'kind' | 'from' | 'to' | 'slice' | 'only' | 'figure'>

interface Ordered {
  readonly caller: Caller
  readonly org: OrganisationDoc
  readonly key: string
  readonly about: About
  readonly now: number
  readonly requestId: string
  readonly refuse: (code: 'KEY_USED' | 'BUSY') => never
}

/** The organisation in whose name somebody reminds: the nearest above (or the one itself) in which they have the right to. */
function inWhoseName({ roleOrgs, ...caller }: Caller, { path, name }: OrganisationDoc): string {
  const nearest = roleOrgs
    .filter((one) => path.includes(one._id) && canRemindAs(caller, one._id))
    .sort((a, b) => b.path.length - a.path.length)[0]
  return nearest?.name ?? name
}

const canRemindAs = ({ orgPath, roles }: Allowed, orgId: string): boolean =>
  canRemind({ orgPath, roles: roles.filter((role) => role.orgId === orgId) }, [orgId])

const saysTheSame = (a: About, b: About): boolean => {
  const said = ({ cause, orgId, kind, from, to, slice, only, figure }: About) =>
    JSON.stringify([cause, orgId, kind, from, to, Object.entries(slice).sort(), only, figure?.code, figure?.period])
  return said(a) === said(b)
}

/** Takes an order up, or goes on with it, and says how far it is. A repeat with the same key is the same order. */
export async function remind(ordered: Ordered): Promise<Reminded & { vacant: number }> {
  const { caller, org, key, about, now, requestId, refuse } = ordered
  const startedAt = Date.now()
  const isOver = () => Date.now() - startedAt > PATIENCE_MS
  const { at: dueAt, day } = sendingTime(now)
  const order = {
    ...about,
    _id: sendingId(caller.person._id, key),
    personId: caller.person._id,
    fromOrgName: inWhoseName(caller, org),
    ...{ createdAt: now, day, dueAt },
  }
  const known = await orderSending(order)
  if (!saysTheSame(known, about)) return refuse('KEY_USED')
  await writeAudit({
    _id: `${known._id}.remind`,
    actor: caller.person._id,
    action: 'remind',
    object: org._id,
    at: now,
    requestId,
  })
  const done = await runSending(known, now, isOver)
  await deliverDue(now, isOver, tell, done._id)
  return {
    reminded: await countOfSending(done._id),
    already: done.already,
    vacant: done.vacant,
    going: done.open,
    waitsUntil: known.dueAt > now ? known.dueAt : null,
  }
}

/** A message that could not be sent is nobody's failure who asked: it is in the inbox. */
const tell = (error: unknown): void =>
  log({
    ...{ fn: 'remind', action: 'sendMessage', requestId: '', level: 'error', ms: 0, code: 'INTERNAL' },
    detail: detailOf(error),
  })
