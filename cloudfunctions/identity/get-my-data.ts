import { getMyData as contract } from '@/contracts/me'
import { openSeating } from '@/domain/people/moves'
import { dayOf } from '@/domain/time'
import { findOrganisations } from '../_data/organisations'
import { ownData } from '../_data/own-data'
import { implement } from '../_kit/action'
import { meOf, orgRef } from './me-of'

const countIn = (found: readonly { count: number }[]): number => found[0]?.count ?? 0

/** Two database requests: the caller with everything that is kept about them; the names of the organisations above. */
export const getMyData = implement(contract, {
  former: true,
  alongside: (_input, { openid }) => ownData(openid),
  // everyone's own, and nobody else's
  allow: () => true,
  async handle({ caller, now, found }) {
    const { person, orgPath } = caller
    const orgs = await findOrganisations(orgPath)
    const { org, roles } = meOf(caller)
    const [binding] = found.binding
    return {
      person: {
        id: person._id,
        name: person.name,
        bornYear: person.bornYear,
        mobile: person.mobile,
        full: person.fullFrom !== null && person.fullFrom <= dayOf(now),
      },
      org,
      path: orgPath.flatMap((id) => orgs.filter(({ _id }) => _id === id).map(orgRef)),
      since: openSeating(person)?.from ?? null,
      roles,
      binding: {
        boundAt: binding?.boundAt ?? now,
        consent: binding?.consent ?? null,
        replaced: binding?.replaced === true,
      },
      consents: found.consents.map(({ event, at }) => ({ event, at })),
      phoneKnown: found.phone.length > 0,
      counts: {
        participations: countIn(found.participations),
        attempts: countIn(found.attempts),
        drafts: countIn(found.drafts),
        leaves: countIn(found.leaves),
        lateScans: countIn(found.lateScans),
        notes: countIn(found.notes),
        reflections: countIn(found.reflections),
        reviews: countIn(found.reviews),
        letters: countIn(found.letters),
        reminders: countIn(found.reminders),
        moves: countIn(found.moves),
        audit: countIn(found.audit),
        messages: found.subscriptions.reduce((sum, { count }) => sum + count, 0),
      },
    }
  },
})
