import { element, namespaces, part, value } from './xml'

const word = 'http://schemas.microsoft.com/office/word'

/** Odd and even pages have footers of their own; laid out by the rules of current Word (15), not those of 2007. */
export const settingsPart = part(
  'word/settings.xml',
  element(
    'w:settings',
    namespaces,
    value('w:defaultTabStop', 640),
    element('w:evenAndOddHeaders'),
    value('w:characterSpacingControl', 'doNotCompress'),
    element('w:compat', {}, element('w:compatSetting', { 'w:name': 'compatibilityMode', 'w:uri': word, 'w:val': 15 })),
  ),
)
