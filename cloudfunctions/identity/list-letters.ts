import { listLetters as contract } from '@/contracts/me'
import { canAnswerLetters, ledBy, showsWriter } from '@/domain/people'
import { lettersTo } from '../_data/letters'
import { findOrganisations, organisationById } from '../_data/organisations'
import { findNames } from '../_data/people'
import { implement } from '../_kit/action'
import { letterOf, orgIdsOf } from './letter-of'

/** For those who answer for the organisation; of complaints they learn the branch, not the writer, and none about one that they lead themselves. */
export const listLetters = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found, refuse }) => canAnswerLetters(caller, found.org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input: { orgId, after }, now, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { rows, open, next } = await lettersTo({ orgId, notAbout: ledBy(caller), after, now })
    const [orgs, names] = await Promise.all([
      findOrganisations([...new Set(rows.flatMap(orgIdsOf))]),
      findNames([...new Set(rows.filter(({ kind }) => showsWriter(kind)).map(({ personId }) => personId))]),
    ])
    return {
      orgName: org.name,
      open,
      rows: rows.map((letter) => ({
        ...letterOf(letter, orgs, now),
        from: showsWriter(letter.kind) ? (names.get(letter.personId) ?? null) : null,
        fromOrgName: orgs.find(({ _id }) => _id === letter.fromOrgId)?.name ?? '',
        unchecked: letter.unchecked,
      })),
      next,
    }
  },
})
