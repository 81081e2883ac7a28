/**
 * The tokens that charts need as literal colours: an SVG in a data URI cannot read the page's custom properties.
 * Keep equal to src/styles/tokens.scss (a test compares them).
 */
export const palette = {
  ink: '#211d19',
  red: '#b3261e',
  card: '#ffffff',
  line: '#e9e4dc',
  faint: '#b9b1a6',
  'ink-3': '#746c63',
  'heat-1': '#f6e3e0',
  'heat-2': '#ecc0ba',
  'heat-3': '#dc918a',
  'heat-4': '#c4574f',
  'heat-5': '#9c2820',
} as const

/** An SVG document as the `src` of an Image, on both platforms. */
export function svgUri(svg: string): string {
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
