import { createRequire } from 'node:module'
import { unzipSync } from 'fflate'

interface Parser {
  JSDOM: new (
    text: string,
    options: { contentType: 'text/xml' },
  ) => { readonly window: { readonly document: Document } }
}
// jsdom ships without types
const { JSDOM } = createRequire(import.meta.url)('jsdom') as Parser

/** A Word file taken apart. Each part is parsed as XML, so one that is not well-formed is an error. */
export interface WordFile {
  /** A part as an XML document, by its path in the file. */
  part(path: string): Document
  /** Every part that has text, as it stands. */
  readonly texts: ReadonlyMap<string, string>
}

export function openWordFile(bytes: Uint8Array): WordFile {
  const texts = new Map(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, new TextDecoder().decode(data)]))
  return {
    texts,
    part(path) {
      const text = texts.get(path)
      if (text === undefined) throw new Error(`the file has no ${path}`)
      return new JSDOM(text, { contentType: 'text/xml' }).window.document
    },
  }
}

export const all = (node: Document | Element, tag: string): Element[] => [...node.getElementsByTagName(tag)]

/** The only element with this tag; an error when there is none or more than one. */
export function one(node: Document | Element, tag: string): Element {
  const [found, ...more] = all(node, tag)
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} elements ${tag}`)
  return found
}

export const attribute = (element: Element, name: string): string | null => element.getAttribute(name)

/** Attributes as numbers, by name. */
export const numbers = (element: Element, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, Number(element.getAttribute(`w:${name}`))]))

export interface WordParagraph {
  readonly style: string
  readonly text: string
  readonly element: Element
}

/** Paragraphs in order, with those in tables. */
export const paragraphsOf = (document: Document): WordParagraph[] =>
  all(document, 'w:p').map((element) => ({
    style: all(element, 'w:pStyle')[0]?.getAttribute('w:val') ?? '',
    text: all(element, 'w:t')
      .map((t) => t.textContent ?? '')
      .join(''),
    element,
  }))

/** A paragraph style by its id. */
export function styleOf(styles: Document, id: string): Element {
  const found = all(styles, 'w:style').find((style) => style.getAttribute('w:styleId') === id)
  if (!found) throw new Error(`there is no style ${id}`)
  return found
}
