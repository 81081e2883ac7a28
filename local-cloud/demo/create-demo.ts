import { randomBytes } from 'node:crypto'
import type { Persona } from '../personas'
import { inventCounty } from './invent-county'
import type { LessonFiles } from './lesson-files'
import type { Step } from './outgoing'
import { personas } from './personas'
import type { CountyPlan } from './sizes'

export interface DemoInput {
  readonly plan: CountyPlan
  /** Epoch ms; the county depends on its day. */
  readonly now: number
  /** The drawings, sound and film of the lessons. */
  readonly files: LessonFiles
  /** Writes documents into a collection; called one batch of at most 2,000 after the other. */
  readonly insert: (collection: string, documents: object[]) => Promise<void>
  /** How far it is, in words: once for each part, and every quarter of those that take long. */
  readonly tell?: (text: string) => void
}

/** Fills an empty database with the demo county 示例县, of a size. Names are visibly invented. Gives those whom a visitor may try it as. */
export async function createDemo({ plan, now, files, insert, tell = () => {} }: DemoInput): Promise<Persona[]> {
  const report = reporter(tell)
  let written: Promise<void> = Promise.resolve()
  for (const step of inventCounty(now, plan, () => randomBytes(24).toString('base64url'), files)) {
    report(step)
    // the next batch is invented while this one goes to disk
    await written
    written = insert(step.collection, step.documents)
    // a failure is met at the next turn
    written.catch(() => {})
  }
  await written
  return [...personas]
}

/** Tells each part once, and of long ones every quarter. */
function reporter(tell: (text: string) => void): (step: Step) => void {
  let last = ''
  return ({ part, share }) => {
    const text = share === undefined ? part : `${part} ${Math.floor(share * 4) * 25} %`
    if (text !== last) tell(text)
    last = text
  }
}
