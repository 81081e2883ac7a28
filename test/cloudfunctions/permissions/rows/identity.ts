import {
  bindByInvitation,
  bindByPhone,
  CONSENT_VERSION,
  getMe,
  issueInvitation,
  recordPhone,
  unbind,
} from '../../../../src/contracts/identity'
import { everyone, type PermissionRow, within } from '../matrix'
import { putRoster } from '../world'

const consent = { version: CONSENT_VERSION }

export const rows: PermissionRow[] = [
  { contract: getMe, about: 'who one is', input: () => ({}), self: true, allowed: everyone },
  {
    contract: bindByInvitation,
    about: 'try an invitation code (here a wrong one)',
    input: () => ({ code: '0000-0000-0000', consent }),
    self: true,
    allowed: { ...everyone, unbound: 'self' },
    outcome: 'INVITATION_WRONG',
  },
  {
    contract: bindByPhone,
    about: 'bind by phone; who is bound is told as whom',
    input: () => ({ phoneCode: 'no-such-phone-code', consent }),
    self: true,
    allowed: everyone,
    unbound: 'PHONE_CODE_EXPIRED',
  },
  {
    contract: issueInvitation,
    about: 'invite a member of an organisation',
    input: ({ orgId }) => ({ personId: `m-${orgId}` }),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
  {
    contract: issueInvitation,
    about: 'invite the county’s organiser',
    input: () => ({ personId: 'countyorg' }),
    self: true,
    allowed: { countyOrganiser: 'self' },
  },
  {
    contract: recordPhone,
    about: 'note a member’s phone number',
    input: ({ orgId }) => ({ personId: `m-${orgId}`, phone: '190 0000 0001' }),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
  {
    contract: recordPhone,
    about: 'note the county organiser’s',
    input: () => ({ personId: 'countyorg', phone: '190 0000 0002' }),
    self: true,
    allowed: { countyOrganiser: 'self' },
  },
  {
    contract: unbind,
    about: 'withdraw one’s own consent',
    input: () => ({}),
    self: true,
    allowed: { ...everyone, unbound: 'self' },
    restore: putRoster,
  },
]
