import { font } from './form'
import { element, namespaces, part, value } from './xml'

/**
 * The fonts that the document names, each with the font that stands in where it is not installed: 方正 and _GB2312 faces come with
 * office suites in offices, not with every computer. Word and WPS read the alternative from here.
 */
const fonts = [
  { name: font.title, instead: '方正小标宋_GBK', family: 'roman' },
  { name: font.body, instead: '仿宋', family: 'modern' },
  { name: font.heading2, instead: '楷体', family: 'modern' },
  { name: font.heading1, instead: 'SimHei', family: 'modern' },
  { name: font.pageNumber, instead: 'SimSun', family: 'roman' },
]

export const fontTablePart = part(
  'word/fontTable.xml',
  element(
    'w:fonts',
    namespaces,
    ...fonts.map(({ name, instead, family }) =>
      element(
        'w:font',
        { 'w:name': name },
        // charset 86 is GB2312: a program without the font and its alternative then looks for a Chinese one
        value('w:altName', instead) + value('w:charset', 86) + value('w:family', family) + value('w:pitch', 'default'),
      ),
    ),
  ),
)
