import type { Letter } from '@/contracts/me'
import { mailboxesOf } from '@/domain/people'
import type { LetterDoc, OrganisationDoc } from '../_data/documents'

/** The organisations of which a letter tells. */
export const orgIdsOf = ({ toOrgIds, fromOrgId }: LetterDoc): string[] => [...toOrgIds, fromOrgId]

/** A letter as its writer and its readers see it; the answer without the name of who gave it: it is the organisation's. */
export function letterOf(
  letter: LetterDoc,
  orgs: readonly Pick<OrganisationDoc, '_id' | 'name'>[],
  now: number,
): Letter {
  const { _id, kind, text, sentAt, toOrgIds, aboutOrgIds, answer } = letter
  const nameOf = (orgId: string) => orgs.find((org) => org._id === orgId)?.name ?? ''
  const state = { kind, sentAt, to: toOrgIds, about: aboutOrgIds, answeredBy: answer?.orgId ?? null }
  return {
    id: _id,
    kind,
    text,
    sentAt,
    toOrgNames: mailboxesOf(state, now).map(nameOf),
    reply: answer && { text: answer.text, at: answer.at, orgName: nameOf(answer.orgId) },
  }
}
