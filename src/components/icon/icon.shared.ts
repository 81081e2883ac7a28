/** The paths of the icons, on a 24 × 24 grid, drawn with a line of 1.8. */
const paths = {
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  history: 'M4 12a8 8 0 1 0 3-6.2M4 4v4h4M12 8v4l3 2',
  pencil: 'M4 20h4L19 9a2.1 2.1 0 0 0-4-3L4 16zM13 7l4 4',
  place: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  report: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  scan: 'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3M4 12h16',
  list: 'M4 7h16M4 12h16M4 17h16',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
  home: 'M4 11l8-7 8 7v9H4zM10 20v-6h4v6',
  pages: 'M4 5h7v15H4zM13 5h7v15h-7z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  offline: 'M3 3l18 18M8.5 15.5a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.4M19 12a10 10 0 0 0-6-2.9M12 19.5v.01',
  empty: 'M4 13l2.5-8h11L20 13v6H4zM4 13h5l1 2.5h4l1-2.5h5',
  alert: 'M12 3l9.5 17h-19zM12 10v4M12 17v.01',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6',
  download: 'M12 4v11M7.5 10.5L12 15l4.5-4.5M5 19h14',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  plan: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M12 12.5v5M9.5 15h5',
  quiz: 'M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M12 6.5h8M12 12.5h8M12 18.5h8',
  upload: 'M12 16V5M7.5 9.5L12 5l4.5 4.5M5 19h14',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.5 3-5.5 6.5-5.5s6.5 2 6.5 5.5M16 4.5a3.3 3.3 0 0 1 0 6.3M18 14.8c2.2.8 3.5 2.6 3.5 5.2',
} as const

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as IconName[]

/** Colours of icons: the tokens' values, since an image cannot read them. */
export const iconColours = {
  ink: '#211d19',
  grey: '#5f5850',
  faint: '#b9b1a6',
  red: '#b3261e',
  gold: '#8a6414',
  ok: '#24693f',
  wait: '#8a5a00',
  white: '#ffffff',
} as const

export type IconTone = keyof typeof iconColours

/** An icon as a CSS `url(…)`. */
export function iconUrl(name: IconName, tone: IconTone): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="${iconColours[tone]}" ` +
    `stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${paths[name]}"/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
