/** What the cloud and a function's worker say to each other. */

export interface WorkerData {
  /** The function's index.js. */
  file: string
  /** Milliseconds to add to the machine's clock. */
  clockOffset: number
}

export type ToWorker =
  | { type: 'run'; eventJson: string; context: Record<string, unknown>; identity: Record<string, string> }
  | { type: 'clock'; offset: number }

export type FromWorker =
  /** The result as JSON: functions never hand objects over. */
  { type: 'done'; resultJson: string } | { type: 'failed'; message: string; stack: string }
