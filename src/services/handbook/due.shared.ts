/** What is noted about the days to come whenever the schedule is at hand. Days are counted from 1970-01-01, in Shanghai. */
export interface DueNote {
  readonly day: number
  /** How many of that day's portion were left then. */
  readonly left: number
  /** The days on which the next ones come due, in order; as many as a day's portion. */
  readonly next: readonly number[]
}

/** How many questions are to be reviewed on a day, by what was noted on that day or on one before. */
export const dueOn = (note: DueNote, day: number): number =>
  day === note.day ? note.left : note.next.filter((due) => due <= day).length
