import type { KeptTopic } from '@/contracts/me'
import type { CollectionName } from './collections'

/**
 * Where the page 我的数据 tells of each collection: everything that knows a person has a row there, and what knows none says why. A new collection does not
 * compile without a line here, and a test compares the lines with what is stored of somebody.
 */
export const personal: Readonly<Record<CollectionName, { row: KeptTopic } | { none: string }>> = {
  people: { row: 'roster' },
  moves: { row: 'roster' },
  // who sits where over time, made from people and moves
  rosters: { row: 'roster' },
  facts: { row: 'participation' },
  attempts: { row: 'participation' },
  // counts by seat, made from the facts
  segments: { row: 'participation' },
  // with whom it expects, frozen when its check-in is opened
  themeDays: { row: 'attendance' },
  attendances: { row: 'attendance' },
  notes: { row: 'writings' },
  reflections: { row: 'writings' },
  reviews: { row: 'writings' },
  letters: { row: 'letters' },
  phones: { row: 'phone' },
  bindings: { row: 'binding' },
  invitations: { row: 'binding' },
  subscriptions: { row: 'binding' },
  reminders: { row: 'reminders' },
  // who had whom reminded
  sendings: { row: 'duties' },
  // by WeChat identity, gone with the binding
  tries: { row: 'binding' },
  consents: { row: 'consent' },
  audit: { row: 'duties' },
  reorganisations: { row: 'duties' },
  reports: { row: 'duties' },
  reportFiles: { row: 'duties' },
  // who sat where when a report was computed, to compute it anew
  reportInputs: { row: 'roster' },
  jobs: { row: 'duties' },
  // who began and who last changed it
  quizDrafts: { row: 'duties' },
  // who reported a figure for an organisation, and who accepted it
  registerEntries: { row: 'duties' },
  // who proposed another key
  keyCorrections: { row: 'duties' },
  // what a job of the above has in between, gone when it has ended
  jobParts: { row: 'duties' },
  organisations: { none: 'the tree: names of organisations, nobody’s' },
  indicators: { none: 'what is counted by hand, nobody’s' },
  analyses: { none: 'counts over many papers, nobody’s' },
  secrets: { none: 'keys of the functions' },
  counters: { none: 'numbers that are dealt once' },
  quizzes: { none: 'questions and keys' },
  lessons: { none: 'study material' },
  lessonBodies: { none: 'study material' },
  handbook: { none: 'study material' },
}
