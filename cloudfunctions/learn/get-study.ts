import { getStudy as contract } from '@/contracts/learn'
import { validFacts } from '@/domain/participation/fact'
import { DAY_MS } from '@/domain/time/day'
import { lessonFactsOf } from '../_data/facts'
import { handbookSize } from '../_data/handbook-size'
import { lessonsToStudy } from '../_data/lessons'
import { comingQuizzes, openQuizzes } from '../_data/quizzes'
import { implement } from '../_kit/action'
import { quizRows } from './quiz-row'

const COMING_AHEAD = 30 * DAY_MS

/** One database request: the caller with quizzes, their own attempts and completions, lessons, and the size of the handbook. */
export const getStudy = implement(contract, {
  alongside: (_input, { openid, now }) => ({
    quizzes: openQuizzes(now, ['exam', 'practice', 'daily']),
    coming: comingQuizzes(now, now + COMING_AHEAD),
    lessons: lessonsToStudy(now),
    done: lessonFactsOf(openid),
    handbook: handbookSize,
  }),
  allow: () => true,
  async handle({ now, found }) {
    const done = new Set(validFacts(found.done).map(({ activityId }) => activityId))
    return {
      now,
      quizzes: quizRows(found.quizzes, now),
      coming: found.coming.map(({ _id: id, title, mode, opensAt }) => ({ id, title, mode, opensAt })),
      lessons: found.lessons.map(({ _id: id, title, track, minutes, publishedAt, media }) => ({
        ...{ id, title, track, minutes, publishedAt },
        completed: done.has(id),
        media,
      })),
      handbook: {
        questions: found.handbook[0]?.questions ?? 0,
        documents: found.handbook[0]?.documents ?? 0,
      },
    }
  },
})
