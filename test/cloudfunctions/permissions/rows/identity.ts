import {
  bindByInvitation,
  bindByPhone,
  CONSENT_VERSION,
  getMe,
  issueInvitation,
  recordPhone,
  renewConsent,
  unbind,
} from '../../../../src/contracts/identity'
import {
  answerLetter,
  getMyData,
  getMyRecord,
  keepSubscription,
  listLetters,
  listMyLetters,
  sendLetter,
} from '../../../../src/contracts/me'
import { letterWay } from '../../../../src/domain/people'
import { NOON } from '../../../support/county/activities'
import type { County } from '../../../support/county/start-county'
import { everyone, type PermissionRow, type Target, within } from '../matrix'
import { pathTo, putRoster } from '../world'

const consent = { version: CONSENT_VERSION }

/** A letter for this call alone to the organisation in question. */
const letterFor = ({ key }: Target) => `l-${Buffer.from(key).toString('hex').padEnd(32, '0').slice(-32)}`
const putLetter = (kind: 'suggestion' | 'complaint', fromOrgId: string) => (county: County, target: Target) => {
  // a complaint from a branch below the organisation in question, or from beside it
  const orgPath = kind === 'complaint' ? [...pathTo(target.orgId), fromOrgId] : pathTo(target.orgId)
  const { to, about } = letterWay(kind, { orgPath, orgKind: 'branch', roles: [] })
  return county.cloud.put('letters', [
    {
      _id: letterFor(target),
      personId: 'w1',
      kind,
      text: '活动室的灯坏了',
      sentAt: NOON,
      fromOrgId,
      toOrgIds: to,
      toOrgId: to[0],
      aboutOrgIds: about,
      unchecked: false,
      answered: false,
      answer: null,
    },
  ])
}

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
  { contract: renewConsent, about: 'agree anew', input: () => ({ consent }), self: true, allowed: everyone },
  { contract: getMyRecord, about: 'one’s own record', input: () => ({ before: null }), self: true, allowed: everyone },
  { contract: getMyData, about: 'what is kept about oneself', input: () => ({}), self: true, allowed: everyone },
  {
    contract: keepSubscription,
    about: 'allow one more message',
    input: ({ key }) => ({ key: `allow-${key}`, templates: ['themeDay'] }),
    self: true,
    allowed: everyone,
  },
  {
    contract: sendLetter,
    about: 'write a letter',
    input: ({ key }) => ({ key: `letter-${key}`, kind: 'suggestion', text: '活动室的灯坏了' }),
    self: true,
    allowed: everyone,
  },
  { contract: listMyLetters, about: 'one’s own letters', input: () => ({}), self: true, allowed: everyone },
  {
    contract: listLetters,
    about: 'letters to an organisation',
    input: ({ orgId }) => ({ orgId }),
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
  },
  {
    contract: answerLetter,
    about: 'answer a letter to an organisation',
    input: (target) => ({ letterId: letterFor(target), text: '已经请人来修', was: null }),
    prepare: putLetter('suggestion', 'west'),
    allowed: within('secretary', 'organiser', 'countyOrganiser'),
  },
  {
    contract: answerLetter,
    about: 'answer a complaint about the branch that one leads',
    input: (target) => ({ letterId: letterFor(target), text: '已经请人来修', was: null }),
    prepare: putLetter('complaint', 'east'),
    allowed: { organiser: ['own', 'child'], countyOrganiser: ['own', 'child'] },
  },
]
