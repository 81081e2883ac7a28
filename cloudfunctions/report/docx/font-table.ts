/**
 * The fonts that the document names, each with the font that stands in where it is not installed: 方正 and _GB2312 faces come with
 * office suites in offices, not with every computer. Word and WPS read the alternative from here.
 */
const fonts = [
  { name: '方正小标宋简体', instead: '方正小标宋_GBK', family: 'roman' },
  { name: '仿宋_GB2312', instead: '仿宋', family: 'modern' },
  { name: '楷体_GB2312', instead: '楷体', family: 'modern' },
  { name: '黑体', instead: 'SimHei', family: 'modern' },
  { name: '宋体', instead: 'SimSun', family: 'roman' },
]

export const fontTable = {
  path: 'word/fontTable.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    // charset 86 is GB2312: a program without the font and its alternative then looks for a Chinese one
    ...fonts.map(
      ({ name, instead, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="default"/></w:font>`,
    ),
    '</w:fonts>',
  ].join(''),
}
