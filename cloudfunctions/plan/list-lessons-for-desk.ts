import { listLessonsForDesk as contract } from '@/contracts/plan-lessons'
import { canPublishLesson } from '@/domain/people'
import { lessonsOf } from '../_data/lesson-desk'
import { organisationById } from '../_data/organisations'
import { implement } from '../_kit/action'
import { lessonRows } from './lesson-rows'

/** The caller with the lessons in one database request, then what every figure reads. */
export const listLessonsForDesk = implement(contract, {
  alongside: ({ orgId }) => ({ org: organisationById(orgId), lessons: lessonsOf(orgId) }),
  allow: ({ caller, found: { org }, refuse }) => canPublishLesson(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ input, now, found }) {
    return { now, orgName: found.org[0]?.name ?? '', lessons: await lessonRows(input.orgId, found.lessons, now) }
  },
})
