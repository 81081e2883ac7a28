/**
 * The pictures of empty and broken states, 160 × 120: a quiet ground, white paper, a grey line, one accent. Drawn by us; each below 1 KB,
 * so that they are there without a network.
 */
const line = '#b9b1a6'
const ground = '<ellipse cx="80" cy="102" rx="58" ry="8" fill="#ece7df"/>'
const paper = (d: string) => `<path d="${d}" fill="#fff" stroke="${line}"/>`
const stroke = (d: string, colour = line) => `<path d="${d}" fill="none" stroke="${colour}"/>`
const red = '#b3261e'
const gold = '#c79a3a'
const green = '#24693f'

const drawings = {
  /** Nothing here (yet). */
  empty:
    paper('M34 62l14-26h64l14 26v36H34z') +
    stroke('M34 62h28l6 12h24l6-12h28') +
    stroke('M60 26l4 6M80 20v8M100 26l-4 6', gold),
  /** No network. */
  offline:
    paper('M58 18h44a6 6 0 0 1 6 6v72a6 6 0 0 1-6 6H58a6 6 0 0 1-6-6V24a6 6 0 0 1 6-6z') +
    stroke('M74 94h12') +
    stroke('M64 50c9-8 23-8 32 0M70 58c6-5 14-5 20 0') +
    `<circle cx="80" cy="67" r="3" fill="${line}"/>` +
    stroke('M60 38l40 40', red),
  /** Something went wrong. */
  alert:
    paper('M46 20h50l18 18v62H46z') +
    stroke('M96 20v18h18') +
    stroke('M80 48v22', red) +
    `<circle cx="80" cy="82" r="3" fill="${red}"/>`,
  /** Everything is done. */
  check:
    paper('M46 20h68v80H46z') +
    stroke('M60 40h26M60 54h18') +
    `<circle cx="98" cy="76" r="20" fill="#e9f4ed" stroke="${green}"/>` +
    stroke('M89 76l7 7 12-13', green),
  /** No activity. */
  calendar:
    paper('M36 30h88v68H36z') +
    stroke('M36 48h88M58 22v14M102 22v14') +
    stroke('M54 64h8M76 64h8M98 64h8M54 82h8M76 82h8') +
    `<circle cx="102" cy="82" r="7" fill="${gold}" opacity=".35"/>`,
  /** Nothing found. */
  search:
    paper('M40 22h56v76H40z') +
    stroke('M52 40h32M52 54h32M52 68h18') +
    `<circle cx="100" cy="70" r="18" fill="#faf8f4" stroke="${line}"/>` +
    stroke('M113 83l15 15', red),
  /** Nothing to read or learn. */
  book:
    paper('M80 36c-14-10-32-10-46-6v64c14-4 32-4 46 6 14-10 32-10 46-6V30c-14-4-32-4-46 6z') +
    stroke('M80 36v64') +
    stroke('M46 48c8-2 16-2 22 2M46 62c8-2 16-2 22 2M92 50c6-4 14-4 22-2', gold),
  /** No letters. */
  mail:
    paper('M34 34h92v62H34z') +
    stroke('M34 38l46 34 46-34') +
    `<circle cx="124" cy="34" r="8" fill="${red}" opacity=".16"/>`,
  /** Somebody, or who one is. */
  person:
    paper('M30 32h100v64H30z') +
    `<circle cx="58" cy="56" r="10" fill="#fbeeec" stroke="${red}"/>` +
    stroke('M42 84c2-12 30-12 32 0', red) +
    stroke('M88 52h28M88 66h28M88 80h16'),
  /** Too early, or too late. */
  clock:
    `<circle cx="80" cy="62" r="38" fill="#fff" stroke="${line}"/>` +
    stroke('M80 36v26l18 12', red) +
    stroke('M80 28v2M80 94v2M46 62h2M112 62h2'),
} as const

export type PictureName = keyof typeof drawings
export const pictureNames = Object.keys(drawings) as PictureName[]

export const hasPicture = (name: string): name is PictureName => name in drawings

/** The picture as an address that an image or a background takes. */
export function pictureUrl(name: PictureName): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">' +
    `${ground}${drawings[name]}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
