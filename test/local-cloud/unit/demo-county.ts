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
  ReorganisationDoc,
  RosterDoc,
  SegmentDoc,
  ThemeDayDoc,
} from '../../../cloudfunctions/_data/documents'
import { createDemo } from '../../../local-cloud/demo/create-demo'
import { contentFiles } from '../../../local-cloud/demo/lesson-files'
import { type CountyPlan, countyPlans } from '../../../local-cloud/demo/sizes'
import { Truth } from '../../../local-cloud/demo/truth'
import type { Persona } from '../../../local-cloud/personas'

/** What createDemo inserted, by collection. */
export interface Inserted {
  organisations: OrganisationDoc[]
  people: PersonDoc[]
  bindings: BindingDoc[]
  rosters: RosterDoc[]
  moves: MoveDoc[]
  reorganisations: ReorganisationDoc[]
  counters: CounterDoc[]
  quizzes: QuizDoc[]
  lessons: LessonDoc[]
  themeDays: ThemeDayDoc[]
  attendances: AttendanceDoc[]
  attempts: AttemptDoc[]
  facts: FactDoc[]
  segments: SegmentDoc[]
}

/** Creates a demo county into memory. `batches` tells how many documents each insert carried. */
export async function invent(
  now: number,
  plan: CountyPlan = countyPlans.small,
): Promise<{ personas: Persona[]; truth: Truth; docs: Inserted; batches: number[]; told: string[] }> {
  const docs: Record<string, object[]> = {}
  const batches: number[] = []
  const told: string[] = []
  const insert = async (collection: string, documents: object[]) => {
    batches.push(documents.length)
    docs[collection] ??= []
    for (const document of documents) docs[collection].push(document)
  }
  const personas = await createDemo({
    plan,
    now,
    files: contentFiles('content'),
    insert,
    tell: (text) => told.push(text),
  })
  const inserted = docs as unknown as Inserted
  return { personas, truth: new Truth(inserted), docs: inserted, batches, told }
}

/** An instant from Asia/Shanghai wall time such as '2026-11-22T10:20'. */
export const shanghai = (text: string): number => Date.parse(`${text}:00+08:00`)
