/** Where somebody is in a lesson. Steps are its blocks, and then the check question. */
export interface LessonPlace {
  /** The step on the screen. */
  readonly at: number
  /** The furthest step that was opened: whatever lies beyond is reached only by going on from it. */
  readonly reached: number
}

export const firstPlace: LessonPlace = { at: 0, reached: 0 }

/** A stored place in a lesson of `blocks` blocks, which may have been shortened since. */
export function placeIn(stored: LessonPlace | null, blocks: number): LessonPlace {
  const within = (step: number) => Math.min(Math.max(0, Math.floor(step) || 0), blocks)
  if (stored === null) return firstPlace
  const reached = within(Math.max(stored.reached, stored.at))
  return { at: within(stored.at), reached }
}

/** The place after going to a step: on by one at most beyond what was reached. */
export function stepTo(place: LessonPlace, step: number, blocks: number): LessonPlace {
  const at = Math.min(Math.max(0, step), blocks, place.reached + 1)
  return { at, reached: Math.max(place.reached, at) }
}
