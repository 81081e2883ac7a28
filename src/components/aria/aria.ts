/** What a screen reader is told about an element. */
export interface AriaProps {
  readonly role?:
    | 'button'
    | 'checkbox'
    | 'radio'
    | 'dialog'
    | 'tab'
    | 'tablist'
    | 'img'
    | 'alert'
    | 'status'
    | 'progressbar'
    | 'heading'
    | 'link'
  readonly label?: string
  readonly hidden?: boolean
  readonly checked?: boolean
  readonly disabled?: boolean
  /** Of a tab. */
  readonly selected?: boolean
}

const isWeapp = process.env.TARO_ENV === 'weapp'

/**
 * The attributes for an element's props. WeChat calls the role `aria-role`; in a browser, what can be pressed can also be reached by
 * the keyboard.
 */
export function aria({ role, label, hidden, checked, disabled, selected }: AriaProps): Record<string, string | number> {
  const props: Record<string, string | number> = {}
  if (role) props[isWeapp ? 'aria-role' : 'role'] = role
  if (label) props['aria-label'] = label
  if (hidden) props['aria-hidden'] = 'true'
  if (checked !== undefined) props['aria-checked'] = String(checked)
  if (selected !== undefined) props['aria-selected'] = String(selected)
  if (disabled) props['aria-disabled'] = 'true'
  // a browser wants to know a heading's rank; the title of the page itself is outside
  if (!isWeapp && role === 'heading') props['aria-level'] = 2
  if (!isWeapp && role && pressable.includes(role) && !disabled) props.tabIndex = 0
  return props
}

const pressable: readonly string[] = ['button', 'checkbox', 'radio', 'tab', 'link']

/**
 * The name of what one writes in. In a browser the field itself is inside Taro's element, and only there does a screen reader look for
 * the name.
 */
export const fieldName = (label: string): Record<string, unknown> =>
  isWeapp ? { 'aria-label': label } : { nativeProps: { 'aria-label': label } }

/** Says that an image only repeats what stands beside it, or what its frame says. */
export const silentImage = (): Record<string, unknown> =>
  isWeapp ? { 'aria-hidden': 'true' } : { nativeProps: { alt: '' } }
