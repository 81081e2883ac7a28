import { listMyLetters as contract } from '@/contracts/me'
import { ownLetters } from '../_data/letters'
import { findOrganisations } from '../_data/organisations'
import { implement } from '../_kit/action'
import { letterOf, orgIdsOf } from './letter-of'

/** Everyone's own. Two database requests. */
export const listMyLetters = implement(contract, {
  alongside: (_input, { openid }) => ({ letters: ownLetters(openid) }),
  allow: () => true,
  async handle({ now, found: { letters } }) {
    const orgs = await findOrganisations([...new Set(letters.flatMap(orgIdsOf))])
    return { rows: letters.map((letter) => letterOf(letter, orgs, now)) }
  },
})
