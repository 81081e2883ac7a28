import type {
  AttemptDoc,
  AttendanceDoc,
  BindingDoc,
  CounterDoc,
  FactDoc,
  LessonDoc,
  MoveDoc,
  OrganisationDoc,
  PersonDoc,
  QuizDoc,
  RosterDoc,
  ThemeDayDoc,
} from '../../../cloudfunctions/_data/documents'
import { createDemo, type Demo } from '../../../local-cloud/demo/create-demo'
import { contentFiles } from '../../../local-cloud/demo/lesson-files'

/** What createDemo inserted, by collection. */
export interface Inserted {
  organisations: OrganisationDoc[]
  people: PersonDoc[]
  bindings: BindingDoc[]
  rosters: RosterDoc[]
  moves: MoveDoc[]
  counters: CounterDoc[]
  quizzes: QuizDoc[]
  lessons: LessonDoc[]
  themeDays: ThemeDayDoc[]
  attendances: AttendanceDoc[]
  attempts: AttemptDoc[]
  facts: FactDoc[]
}

/** Creates the demo county into memory. `batches` tells how many documents each insert carried. */
export async function invent(now: number): Promise<{ demo: Demo; docs: Inserted; batches: number[] }> {
  const docs: Record<string, object[]> = {}
  const batches: number[] = []
  const insert = async (collection: string, documents: object[]) => {
    batches.push(documents.length)
    docs[collection] = [...(docs[collection] ?? []), ...documents]
  }
  const demo = await createDemo(insert, now, contentFiles('content'))
  return { demo, docs: docs as unknown as Inserted, batches }
}

/** An instant from Asia/Shanghai wall time such as '2026-11-22T10:20'. */
export const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`)
