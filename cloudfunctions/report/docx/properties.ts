import { element, escapeXml, part } from './xml'

const SYSTEM = '初心学堂'
const schemas = 'http://schemas.openxmlformats.org'
const instantType = { 'xsi:type': 'dcterms:W3CDTF' }

/** Document properties: the title and the system that wrote it, no person. The instant is given, so the same report is the same file. */
export function propertiesParts(title: string, asOf: number) {
  const at = new Date(asOf).toISOString().replace(/\.\d+Z$/, 'Z')
  const core = element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${schemas}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    element('dc:title', {}, escapeXml(title)),
    element('dc:creator', {}, SYSTEM),
    element('cp:lastModifiedBy', {}, SYSTEM),
    element('cp:revision', {}, '1'),
    element('dcterms:created', instantType, at),
    element('dcterms:modified', instantType, at),
  )
  const app = element(
    'Properties',
    { xmlns: `${schemas}/officeDocument/2006/extended-properties` },
    element('Application', {}, SYSTEM),
  )
  return [part('docProps/core.xml', core), part('docProps/app.xml', app)]
}
