import type { PhoneOutcome } from '@/services/platform/phone-number.shared'

export interface PhoneButtonProps {
  /** Shown as busy, and not pressed twice. */
  busy: boolean
  /** Instead of asking for the number: what must come first, if anything must. */
  before: (() => void) | null
  onNumber: (outcome: PhoneOutcome) => void
}

/** 手机号一键绑定. In WeChat its own button; in the preview a field that stands for it. */
export function PhoneButton(props: PhoneButtonProps): JSX.Element
