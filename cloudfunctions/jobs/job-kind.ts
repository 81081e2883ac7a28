import type { JobDoc } from '../_data/documents'
import type { Standing } from '../_data/job-owners'

/** What came of one step. */
export type Stepped<Checkpoint> =
  | { readonly go: 'on'; readonly checkpoint: Checkpoint; readonly done: number; readonly total: number | null }
  | { readonly go: 'done'; readonly result: JobDoc['result']; readonly done: number }
  /** It cannot be done, now or later. @param problem a sentence for the user */
  | { readonly go: 'failed'; readonly problem: string }

/** What a step knows besides its checkpoint. */
export interface StepContext<Input> {
  readonly job: Omit<JobDoc, 'input' | 'checkpoint'>
  readonly input: Input
  readonly now: number
  /** What whoever ordered it may do by now. */
  readonly standing: Standing
}

/**
 * A kind of long work. A step takes at most a few seconds and may be killed at any moment, done twice, or done by two workers at once: whatever it writes has an id that
 * follows from the checkpoint, so that doing it again writes the same; nothing that others see is changed before the last step, and then by one write.
 */
export interface JobKindWork<Input extends object, Checkpoint extends object> {
  /** @param checkpoint null in the first step */
  readonly step: (checkpoint: Checkpoint | null, context: StepContext<Input>) => Promise<Stepped<Checkpoint>>
  /**
   * Whether whoever ordered it may still have it: asked before every step, and again before its file is given. Left out: yes, as long as they are bound and on the
   * roster.
   */
  readonly may?: (standing: Standing, input: Input) => boolean
  /** Takes away what a job that failed left outside of `jobParts`; safe to repeat. */
  readonly discard?: (checkpoint: Checkpoint) => Promise<void>
}

/** For the table of kinds, which does not know what each of them keeps. */
export const workOf = <Input extends object, Checkpoint extends object>(
  work: JobKindWork<Input, Checkpoint>,
): JobKindWork<object, object> => work as unknown as JobKindWork<object, object>
