import { CONSENT_VERSION } from '@/contracts/identity'
import { startOfDay } from '@/domain/time/day'
import type { AttemptDoc, BindingDoc, FactDoc, LessonDoc } from '../../cloudfunctions/_data/documents'
import { correctionsOf } from './corrections'
import { IndexBuilder } from './index-builder'
import { isJoint, jointSession } from './joint-theme-days'
import type { DemoQuizzes } from './learning'
import { lessonHistory } from './lesson-history'
import { MOST_AT_ONCE, Outgoing, type Step } from './outgoing'
import { quizHistory, type Taken } from './quiz-history'
import { seriesHistory } from './series-history'
import { themeDayHistory } from './theme-day-history'
import { branchSession, type Session } from './theme-days'
import type { World } from './world'

/** What people did, up to yesterday: papers, completions, theme days, and the facts that they make. */
export class History {
  /** Completions of the first lesson. */
  firstLesson: FactDoc[] = []
  private readonly out = new Outgoing(MOST_AT_ONCE)
  private readonly index = new IndexBuilder()
  /** Those who took part themselves. */
  private readonly active = new Set<string>()

  constructor(private readonly world: World) {}

  private enter(facts: readonly FactDoc[]): void {
    for (const { channel, personId } of facts) if (channel !== 'proxy') this.active.add(personId)
    this.index.add(facts)
    this.out.add('facts', facts)
  }

  private enterPapers(attempts: readonly AttemptDoc[]): void {
    for (const { personId } of attempts) this.active.add(personId)
    this.out.add('attempts', attempts)
  }

  private *full(part: string, share: number): Generator<Step> {
    for (const batch of this.out.full()) yield { part, share, ...batch }
  }

  *quizzes({ exams, series }: DemoQuizzes): Generator<Step> {
    const all: Iterable<Taken>[] = [
      ...exams.map(({ quiz, month }) => quizHistory(quiz, month, this.world)),
      ...series.map(({ quiz, month }) => seriesHistory(quiz, month, this.world)),
    ]
    for (const [i, everyone] of all.entries()) {
      for (const { attempts, facts } of everyone) {
        this.enterPapers(attempts)
        this.enter(facts)
        yield* this.full('quizzes', i / all.length)
      }
    }
  }

  *lessons(lessons: readonly LessonDoc[]): Generator<Step> {
    for (const [i, lesson] of lessons.entries()) {
      for (const fact of lessonHistory(lesson, i === lessons.length - 1, this.world)) {
        if (i === 0) this.firstLesson.push(fact)
        this.enter([fact])
      }
      yield* this.full('lessons', i / lessons.length)
    }
  }

  *themeDays(): Generator<Step> {
    const { calendar } = this.world
    for (const [i, month] of calendar.months.entries()) {
      for (const session of this.sessionsOf(month)) {
        const { themeDay } = session
        const { facts, attendances } = themeDayHistory(session, this.world)
        this.index.addRoster(themeDay)
        this.enter(facts)
        this.enter(correctionsOf(facts, themeDay._id, this.world))
        this.out.add('themeDays', [themeDay])
        this.out.add('attendances', attendances)
        yield* this.full('theme days', i / calendar.months.length)
      }
    }
  }

  private *sessionsOf(month: World['calendar']['thisMonth']): Generator<Session> {
    const { organisations, organisationOf, branches } = this.world
    const joint = organisations.filter((one) => isJoint(one, month, this.world))
    for (const committee of joint) yield jointSession(committee, month, this.world)
    const together = new Set(joint.map(({ _id }) => _id))
    for (const branch of branches) {
      if (organisationOf.get(branch.id)?.path.some((id) => together.has(id))) continue
      const session = branchSession(branch, month, this.world)
      if (session) yield session
    }
  }

  /** What waits to be written, the index, and whose WeChat identities are bound. */
  *rest(): Generator<Step> {
    this.out.add('segments', this.index.documents())
    this.out.add('bindings', this.bindings())
    for (const batch of this.out.rest()) yield { part: 'index and bindings', ...batch }
  }

  /** Those who took part themselves have bound their WeChat identity; the personas too, but one with a new phone; the rest have not come yet. */
  private bindings(): BindingDoc[] {
    const boundAt = startOfDay(this.world.calendar.history.from)
    const consent = { version: CONSENT_VERSION, at: boundAt }
    return this.world.members
      .filter(({ person, persona }) => persona?.bound ?? this.active.has(person._id))
      .map(({ person, openid }) => ({ _id: openid, personId: person._id, boundAt, consent }))
  }
}
