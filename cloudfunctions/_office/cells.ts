/**
 * What stands in a cell: text, which is never read as a formula or a number however it begins (ids keep their leading zeros); a number; a fraction that is shown
 * as a percentage; null for nothing, which is not 0.
 */
export type Cell = string | number | { readonly percent: number } | null

/** Excel's own limit for the text of a cell. */
const LONGEST_TEXT = 32_767

/** What XML 1.0 does not know: control characters but tab and line ends, halves of characters, and the two that are none. */
const NO_XML =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Excel reads `_x0041_` in a text as the character of that number; with its underscore written so itself it is what it looks like (ECMA-376, ST_Xstring). */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi

/**
 * A text as a cell can hold it. The writer looks texts up in a plain object, where `constructor` and the like are something else already: such a text gets a
 * character without width.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(NO_XML, '')
    .slice(0, LONGEST_TEXT)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(ESCAPE, '_x005F_')
  return clean in {} ? `${clean}\u200b` : clean
}

/** How wide a text is, in half characters: a Chinese one is as wide as two letters. The longest of its lines counts. */
export function widthOf(text: string): number {
  let longest = 0
  for (const line of text.split('\n')) {
    let width = 0
    for (const char of line) width += (char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
    longest = Math.max(longest, width)
  }
  return longest
}

/** A sheet's name as Excel takes it: at most 31 characters, none of []:*?/\, no quote at its ends, not taken yet (without regard to case). */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .trim()
      .replace(/^'+|'+$/g, '') || '表'
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : `（${n}）`
    const name = `${clean.slice(0, 31 - suffix.length)}${suffix}`
    if (!taken.has(name.toLowerCase())) return name
  }
}
