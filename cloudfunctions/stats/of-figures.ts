import { canSeeFigures } from '@/domain/people'
import type { Caller } from '../_data/callers'
import type { OrganisationDoc } from '../_data/documents'
import { organisationById } from '../_data/organisations'
import { refuse } from '../_kit/refusal'

/** What the actions about an organisation's counts have in common: they are for whoever may see its figures. */
export const ofFigures = {
  alongside: ({ orgId }: { orgId: string }) => ({ org: organisationById(orgId) }),
  allow: ({ caller, found }: { caller: Caller; found: { org: OrganisationDoc[] } }): boolean =>
    canSeeFigures(caller, found.org[0]?.path ?? refuse('NOT_FOUND')),
}
