import { planHandbook, practiceHistory } from './handbook'
import { History } from './history'
import { planQuizzes } from './learning'
import type { LessonFiles } from './lesson-files'
import { planLessons } from './lessons'
import { type Batch, MOST_AT_ONCE, type Step } from './outgoing'
import { inventRegister } from './register'
import type { CountyPlan } from './sizes'
import { createWorld, type World } from './world'
import { inventWritings } from './writings'

/*
 * The demo county, piece by piece. To add data for a feature, write a file of its own beside this one that makes documents from the `World` (organisations,
 * members, calendar, who sat where on which day), with chances of its own (`chanceFor('<feature>')`, so that everything else stays as it was), and add one line
 * to `features` below. Facts are nobody's but History's: they go into the index, too.
 */

/** More documents, made when everything else is. */
type Feature = (world: World) => Iterable<Omit<Batch, 'documents'> & { documents: readonly object[] }>

const features: readonly Feature[] = [inventRegister]

/**
 * The whole demo county as documents, a batch at a time, so that a large one is never in memory as a whole. The same for the same day, but for the check-in secrets
 * and the home branch's theme day, which is around `now`. Facts are folded, by the fold's own code, and the index is among the documents.
 */
export function* inventCounty(
  now: number,
  plan: CountyPlan,
  makeSecret: () => string,
  files: LessonFiles,
): Generator<Step> {
  const { world, documents } = createWorld(plan, now, makeSecret)
  const quizzes = planQuizzes(world.calendar, plan)
  const lessons = planLessons(world.calendar, files)
  const handbook = planHandbook()
  const first = {
    ...documents,
    quizzes: [...quizzes.exams.map(({ quiz }) => quiz), quizzes.practice, ...quizzes.series.map(({ quiz }) => quiz)],
    lessons: lessons.map(({ lesson }) => lesson),
    lessonBodies: lessons.map(({ body }) => body),
    handbook,
    reviews: practiceHistory(world.members, handbook, world.calendar.today),
  }
  for (const [collection, list] of Object.entries(first)) {
    yield* split('organisations and people', collection as Batch['collection'], list)
  }
  const history = new History(world)
  yield* history.quizzes(quizzes)
  yield* history.lessons(first.lessons)
  yield* history.themeDays()
  yield* history.rest()
  const writings = inventWritings(first.lessons, world.members, history.firstLesson)
  yield* split('writings', 'notes', writings.notes)
  yield* split('writings', 'reflections', writings.reflections)
  for (const feature of features) {
    for (const { collection, documents: more } of feature(world)) yield* split('more', collection, more)
  }
}

function* split(part: string, collection: Batch['collection'], list: readonly object[]): Generator<Step> {
  for (let at = 0; at < list.length; at += MOST_AT_ONCE) {
    yield { part, collection, documents: list.slice(at, at + MOST_AT_ONCE) }
  }
}
