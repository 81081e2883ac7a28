import { template } from './template'

/** A line of the text block (156 mm) holds 20 characters of size 2号 (22 pt). */
const CHARACTERS_A_LINE = 20

/**
 * The title in the lines in which it is printed. A title that needs more than one line is broken where its sense allows it
 * (GB/T 9704-2012, 7.3.1: no word is torn apart): after the organisation's name.
 */
export function splitTitle(title: string): string[] {
  if ([...title].length <= CHARACTERS_A_LINE || !title.endsWith(template.title)) return [title]
  return [title.slice(0, -template.title.length), template.title].filter((line) => line !== '')
}
