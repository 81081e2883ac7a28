// The aria attributes that the weapp templates pass through: Taro's own templates drop them.
const aria = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
}

exports.ariaComponents = {
  View: { ...aria },
  Text: { ...aria },
  Image: { ...aria },
  Input: { 'aria-label': '' },
  Textarea: { 'aria-label': '' },
}
