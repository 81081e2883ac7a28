/** XML as text, by the element: names, attributes and texts in, escaped. */
type Attributes = Readonly<Record<string, string | number>>

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an element or attribute. Control characters that XML 1.0 cannot carry (2.2 Char) are left out. */
export const escapeXml = (text: string): string =>
  [...text]
    .filter((c) => (c >= ' ' || c === '\t' || c === '\n') && c !== '\ufffe' && c !== '\uffff')
    .map((c) => escapes[c] ?? c)
    .join('')

export function element(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(String(value))}"`)].join(
    ' ',
  )
  return content.length === 0 ? `<${head}/>` : `<${head}>${content.join('')}</${name}>`
}

/** An element whose only attribute is w:val, the format's commonest form. */
export const value = (name: string, val: string | number): string => element(name, { 'w:val': val })

/** A part of the file: its path and its XML. */
export interface Part {
  readonly path: string
  readonly data: string
}

export const part = (path: string, root: string): Part => ({
  path,
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root}`,
})

/** Attributes of a root element of WordprocessingML. */
export const namespaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}
