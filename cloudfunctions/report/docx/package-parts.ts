import { footerRelations, headerRelations } from './document-part'
import { element, part } from './xml'

/** What the file consists of and how its parts belong together (ECMA-376 part 2, Open Packaging Conventions). */
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const mime = 'application/vnd.openxmlformats'
const wordprocessing = `${mime}-officedocument.wordprocessingml`

const contentTypes = {
  '/word/document.xml': `${wordprocessing}.document.main+xml`,
  '/word/styles.xml': `${wordprocessing}.styles+xml`,
  '/word/settings.xml': `${wordprocessing}.settings+xml`,
  '/word/fontTable.xml': `${wordprocessing}.fontTable+xml`,
  '/word/footer-odd.xml': `${wordprocessing}.footer+xml`,
  '/word/footer-even.xml': `${wordprocessing}.footer+xml`,
  '/docProps/core.xml': `${mime}-package.core-properties+xml`,
  '/docProps/app.xml': `${mime}-officedocument.extended-properties+xml`,
}

const headerTypes = {
  '/word/header-odd.xml': `${wordprocessing}.header+xml`,
  '/word/header-even.xml': `${wordprocessing}.header+xml`,
}

const relation = (id: string, type: string, target: string) =>
  element('Relationship', { Id: id, Type: type, Target: target })
const relations = (path: string, ...list: string[]) =>
  part(path, element('Relationships', { xmlns: `${packaging}/relationships` }, ...list))

/** What holds the parts together; `draft`: with the headers of a draft. */
export const packageParts = (draft: boolean) => [
  part(
    '[Content_Types].xml',
    element(
      'Types',
      { xmlns: `${packaging}/content-types` },
      element('Default', { Extension: 'rels', ContentType: `${mime}-package.relationships+xml` }),
      element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      ...Object.entries({ ...contentTypes, ...(draft && headerTypes) }).map(([name, type]) =>
        element('Override', { PartName: name, ContentType: type }),
      ),
    ),
  ),
  relations(
    '_rels/.rels',
    relation('rId1', `${office}/officeDocument`, 'word/document.xml'),
    relation('rId2', `${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    relation('rId3', `${office}/extended-properties`, 'docProps/app.xml'),
  ),
  relations(
    'word/_rels/document.xml.rels',
    relation('rIdStyles', `${office}/styles`, 'styles.xml'),
    relation('rIdSettings', `${office}/settings`, 'settings.xml'),
    relation('rIdFonts', `${office}/fontTable`, 'fontTable.xml'),
    relation(footerRelations.odd, `${office}/footer`, 'footer-odd.xml'),
    relation(footerRelations.even, `${office}/footer`, 'footer-even.xml'),
    ...(draft
      ? [
          relation(headerRelations.odd, `${office}/header`, 'header-odd.xml'),
          relation(headerRelations.even, `${office}/header`, 'header-even.xml'),
        ]
      : []),
  ),
]
