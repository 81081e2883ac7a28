/** A stem with its gap, written ____, taken out; null: it has none. */
export function gapOf(stem: string): { before: string; after: string } | null {
  const at = stem.indexOf('____')
  return at < 0 ? null : { before: stem.slice(0, at), after: stem.slice(at).replace(/^_+/, '') }
}
