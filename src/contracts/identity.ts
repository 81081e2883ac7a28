import * as v from 'valibot'
import { defineAction } from './action'
import { Id, Instant } from './common'

/** What a person may be within the subtree of an organisation. */
export const RoleName = v.picklist(['member', 'secretary', 'organiser', 'inspector', 'administrator'])
export type RoleName = v.InferOutput<typeof RoleName>

export const OrganisationKind = v.picklist(['county', 'committee', 'generalBranch', 'branch', 'group'])
export type OrganisationKind = v.InferOutput<typeof OrganisationKind>

/** Categories of organisations, in the order in which the report names them. */
export const Category = v.picklist([
  'cityOffice',
  'townOffice',
  'village',
  'community',
  'stateEnterprise',
  'publicInstitution',
  'newOrganisation',
  'privateEnterprise',
])
export type Category = v.InferOutput<typeof Category>

export const OrgRef = v.object({ id: Id, name: v.string(), kind: OrganisationKind })
export type OrgRef = v.InferOutput<typeof OrgRef>

/** The caller's roster entry, organisation and roles. */
export const Me = v.object({
  person: v.object({ id: Id, name: v.string(), mobile: v.boolean() }),
  org: OrgRef,
  roles: v.array(v.object({ role: RoleName, org: OrgRef })),
})
export type Me = v.InferOutput<typeof Me>

/** Who am I. */
export const getMe = defineAction({ fn: 'identity', name: 'getMe', input: v.strictObject({}), output: Me, errors: [] })

/**
 * The version of the statement on personal information that is shown before binding (components/words/consent.shared). Pages ask whoever agreed to an older
 * one to look at it again; nothing is held back from them meanwhile: what a new version may use beyond the old one is not used before they agree.
 */
export const CONSENT_VERSION = '2026-11-23'

/** What the user agreed to: the version of the statement that they were shown. The server records the instant. */
export const Consent = v.strictObject({ version: v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d$/)) })
export type Consent = v.InferOutput<typeof Consent>

/** An invitation code as typed: 12 characters, with or without hyphens and spaces, capital or not. */
export const InvitationCode = v.pipe(v.string(), v.regex(/^[0-9A-Za-z][0-9A-Za-z -]{10,30}$/))
export type InvitationCode = v.InferOutput<typeof InvitationCode>

/** Binds the caller's WeChat identity to the person of an invitation. The same code sent again by the same WeChat is answered alike. */
export const bindByInvitation = defineAction({
  fn: 'identity',
  name: 'bindByInvitation',
  input: v.strictObject({ code: InvitationCode, consent: Consent }),
  output: Me,
  errors: ['CONSENT_NEEDED', 'TOO_MANY_TRIES', 'INVITATION_WRONG', 'INVITATION_EXPIRED', 'ALREADY_BOUND'],
})

/** The code that WeChat gives for a verified phone number (`getPhoneNumber` button): valid five minutes, once. */
export const PhoneCode = v.pipe(v.string(), v.regex(/^[0-9A-Za-z_-]{8,128}$/))
export type PhoneCode = v.InferOutput<typeof PhoneCode>

/** Binds the caller's WeChat identity to the one person whose roster entry has the caller's phone number. */
export const bindByPhone = defineAction({
  fn: 'identity',
  name: 'bindByPhone',
  input: v.strictObject({ phoneCode: PhoneCode, consent: Consent }),
  output: Me,
  errors: ['CONSENT_NEEDED', 'TOO_MANY_TRIES', 'PHONE_CODE_EXPIRED', 'PHONE_UNKNOWN', 'ALREADY_BOUND', 'PERSON_BOUND'],
})

/** Issues an invitation for a person; earlier ones for the same person end. The code is shown this once and kept nowhere. */
export const issueInvitation = defineAction({
  fn: 'identity',
  name: 'issueInvitation',
  input: v.strictObject({ personId: Id }),
  output: v.strictObject({
    /** `XXXX-XXXX-XXXX` */
    code: v.string(),
    expiresAt: Instant,
    person: v.strictObject({ id: Id, name: v.string() }),
    orgName: v.string(),
  }),
  errors: ['NOT_FOUND'],
})

/** Notes a person's phone number, in place of an earlier one, so that they can bind by it; null forgets it. It is never given out again. */
export const recordPhone = defineAction({
  fn: 'identity',
  name: 'recordPhone',
  input: v.strictObject({
    personId: Id,
    phone: v.nullable(v.pipe(v.string(), v.regex(/^[0-9+() -]{5,24}$/))),
  }),
  output: v.strictObject({ known: v.boolean() }),
  errors: ['NOT_FOUND', 'PHONE_INVALID'],
})

/** Agrees to the statement as it stands now, for who was bound by an older one. Agreeing again to the same one changes nothing. */
export const renewConsent = defineAction({
  fn: 'identity',
  name: 'renewConsent',
  input: v.strictObject({ consent: Consent }),
  output: v.strictObject({ version: v.string(), at: Instant }),
  errors: ['CONSENT_NEEDED'],
})

/**
 * Withdraws the consent: ends the caller's own binding, and what was kept only for it (phone number, message consents) is forgotten. Who is not
 * bound stays so. One action, so that writings are not left behind by a phone that dies between two calls.
 */
export const unbind = defineAction({
  fn: 'identity',
  name: 'unbind',
  input: v.strictObject({
    /** Also deletes what is the person's own: notes, reflections and what they practised. It cannot be undone. */
    deleteWritings: v.optional(v.boolean(), false),
  }),
  output: v.strictObject({ bound: v.literal(false) }),
  errors: [],
})
