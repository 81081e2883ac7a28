/** Document properties: the title and the system that wrote it, no person. The instant is given, so the same report is the same file. */
export function coreProperties(title: string, asOf: number) {
  const at = new Date(asOf).toISOString().replace(/\.\d+Z$/, 'Z')
  return {
    path: 'docProps/core.xml',
    data: [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
      `<dc:title>${escapeXml(title)}</dc:title><dc:creator>初心学堂</dc:creator>`,
      '<cp:lastModifiedBy>初心学堂</cp:lastModifiedBy><cp:revision>1</cp:revision>',
      `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
    ].join(''),
  }
}

const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
