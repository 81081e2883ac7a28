import type { CallCode } from '@/services/transport/call-error'

const LENGTH = 12

/**
 * An invitation code as it is typed, in groups of four, forgiving: small letters, spaces, hyphens and full-width characters are taken for what they mean,
 * O for 0, I and L for 1, as the server reads them too.
 */
export function invitationTyped(text: string): string {
  const narrow = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  const code = narrow
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, LENGTH)
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Whether it is complete: three groups of four. */
export const isComplete = (typed: string): boolean => typed.replace(/-/g, '').length === LENGTH

/** A mainland mobile number, for the preview's stand-in. */
export const phoneTyped = (text: string): string => text.replace(/\D/g, '').slice(0, 11)

/** What helps after a refusal: the other way, agreeing again, the same once more, or nothing on this page. */
export type NextStep = 'invitation' | 'consent' | 'again' | 'retype' | 'none'

export function nextStepFor(code: CallCode): NextStep {
  switch (code) {
    case 'PHONE_UNKNOWN':
    case 'PERSON_BOUND':
    case 'PHONE_INVALID':
      return 'invitation'
    case 'CONSENT_NEEDED':
      return 'consent'
    case 'INVITATION_WRONG':
    case 'INVITATION_EXPIRED':
      return 'retype'
    case 'OFFLINE':
    case 'BUSY':
    case 'INTERNAL':
    case 'PHONE_CODE_EXPIRED':
      return 'again'
    default:
      return 'none'
  }
}
