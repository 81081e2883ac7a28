import { listMyLetters as contract } from '@/contracts/me'
import { ownLetters } from '../_data/letters'
import { findOrganisations } from '../_data/organisations'
import { implement } from '../_kit/action'
import { letterOf } from './letter-of'

/** Everyone's own. Two database requests. */
export const listMyLetters = implement(contract, {
  alongside: (_input, { openid }) => ({ letters: ownLetters(openid) }),
  allow: () => true,
  async handle({ found: { letters } }) {
    const orgs = await findOrganisations([...new Set(letters.map(({ toOrgId }) => toOrgId))])
    const nameOf = (id: string) => orgs.find(({ _id }) => _id === id)?.name ?? ''
    return { rows: letters.map((letter) => letterOf(letter, nameOf(letter.toOrgId))) }
  },
})
