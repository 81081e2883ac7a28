/** The longest piece of a question as the page writes it: the gap of a fill-in question is drawn, not written. */
export const shownPart = (stem: string): string =>
  stem.split(/_{2,}/).reduce((longest, part) => (part.length > longest.length ? part : longest))
