import type { HandbookItem } from '@/contracts/handbook'

/**
 * Text as it is compared: full-width forms and capitals as plain small letters. Character by character, so that a place in it is the same place in the
 * text. Phones lack Intl, and `normalize` changes lengths.
 */
export function foldText(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000A-Z]/g, (char) => {
    if (char === '\u3000') return ' '
    const code = char.charCodeAt(0)
    return String.fromCharCode(code > 0xff00 ? code - 0xfee0 : code).toLowerCase()
  })
}

const MOST_TERMS = 5

/** The words of a question to the search, at most five of 20 characters: all must be found. */
export const termsOf = (query: string): string[] =>
  foldText(query)
    .split(/\s+/)
    .filter((term) => term !== '')
    .slice(0, MOST_TERMS)
    .map((term) => term.slice(0, 20))

/** An item made ready to be searched: its texts, the most telling first. */
export interface Searchable {
  readonly id: string
  readonly texts: readonly string[]
}

export const searchable = (item: HandbookItem): Searchable => ({
  id: item.id,
  texts: [
    foldText(item.stem),
    foldText([...item.options, ...item.accepted].join('\n')),
    foldText(item.explanation),
    foldText(`${item.source.document}${item.source.article}`),
  ],
})

/** The first text from which on all terms were found; -1 when one is missing. */
function depthOf({ texts }: Searchable, terms: readonly string[]): number {
  let depth = 0
  for (const term of terms) {
    const found = texts.findIndex((text) => text.includes(term))
    if (found < 0) return -1
    depth = Math.max(depth, found)
  }
  return depth
}

/**
 * Ids of the items in which every term occurs somewhere: in stem, options, explanation or source. Those whose stem has them all come first, then by options,
 * explanation, source; within each in the order of the book.
 */
export function searchItems(items: readonly Searchable[], terms: readonly string[]): string[] {
  if (terms.length === 0) return []
  const byDepth: string[][] = []
  for (const item of items) {
    const depth = depthOf(item, terms)
    if (depth < 0) continue
    byDepth[depth] = [...(byDepth[depth] ?? []), item.id]
  }
  return byDepth.flat()
}

export interface Piece {
  text: string
  hit: boolean
}

/** A text cut into pieces, those that the terms found marked. Joined they are the text. */
export function markHits(text: string, terms: readonly string[]): Piece[] {
  const folded = foldText(text)
  const marked = new Array<boolean>(text.length).fill(false)
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0 && term !== ''; at = folded.indexOf(term, at + 1)) {
      marked.fill(true, at, at + term.length)
    }
  }
  const pieces: Piece[] = []
  for (let from = 0; from < text.length; ) {
    let to = from + 1
    while (to < text.length && marked[to] === marked[from]) to += 1
    pieces.push({ text: text.slice(from, to), hit: marked[from] === true })
    from = to
  }
  return pieces
}

/** The part of a text around the first place that a term found, at most `width` characters and … where it is cut; its beginning when none did. */
export function excerptOf(text: string, terms: readonly string[], width: number): string {
  if (text.length <= width) return text
  const folded = foldText(text)
  const places = terms.map((term) => folded.indexOf(term)).filter((place) => place >= 0)
  const first = places.length > 0 ? Math.min(...places) : 0
  const from = Math.max(0, Math.min(first - Math.floor(width / 3), text.length - width))
  return `${from > 0 ? '…' : ''}${text.slice(from, from + width)}${from + width < text.length ? '…' : ''}`
}
