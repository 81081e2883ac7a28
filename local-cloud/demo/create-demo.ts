import { randomBytes } from 'node:crypto'
import type { Persona } from '../personas'
import { inventCounty } from './invent-county'
import type { LessonFiles } from './lesson-files'
import { personas } from './personas'
import type { PeriodTruth } from './truth'

/** How many documents one insert carries. */
const BATCH = 500

export interface Demo {
  personas: Persona[]
  /** For tests: the figures that the system must find, counted by plain loops. */
  truth: { history: PeriodTruth; lastMonth: PeriodTruth; thisMonth: PeriodTruth }
}

/**
 * Fills an empty database with the demo county 示例县: its organisations, some 400 members, six weeks of history and a theme day that is
 * on right now. Names are visibly invented.
 * @param insert writes documents into a collection; called one batch of at most 500 after the other
 * @param now epoch ms; the county depends on its day
 * @param files the drawings, sound and film of the lessons
 */
export async function createDemo(
  insert: (collection: string, documents: object[]) => Promise<void>,
  now: number,
  files: LessonFiles,
): Promise<Demo> {
  const { documents, truth } = inventCounty(now, () => randomBytes(24).toString('base64url'), files)
  for (const [collection, list] of Object.entries(documents)) {
    for (let start = 0; start < list.length; start += BATCH) await insert(collection, list.slice(start, start + BATCH))
  }
  return { personas: [...personas], truth }
}
