import { getHome, getStudy } from '../../../../src/contracts/learn'
import { completeLesson, getLesson } from '../../../../src/contracts/lesson'
import { dealPaper, getResult, keepDraft, listAttempts, submitPaper } from '../../../../src/contracts/quiz'
import { HOUR, NOON } from '../../../support/county/activities'
import type { County } from '../../../support/county/start-county'
import { addressees, everyone, type PermissionRow, type Target } from '../matrix'

/** An open paper of a person at their county's quiz. */
const attemptOf = (personId: string, extra: object = {}) => ({
  _id: `quiz-county.${personId}.1`,
  quizId: 'quiz-county',
  personId,
  owner: `quiz-county.${personId}`,
  number: 1,
  seed: 1,
  dealtAt: NOON,
  deadlineAt: NOON + HOUR,
  dealt: [{ questionId: 'q1', order: [0, 1, 2, 3] }],
  along: false,
  minutes: 60,
  openedAt: null,
  draft: null,
  submission: null,
  others: [],
  ...extra,
})
const submitted = { submission: { at: NOON, receivedAt: NOON, openedAt: null, answeredAt: null, answers: [] } }
const draft = { answers: [{ questionId: 'q1', chosen: [0], at: NOON }], marked: ['q1'] }
const own = ({ personId }: Target) => ({ attemptId: `quiz-county.${personId}.1` })
const others = ({ orgId }: Target) => ({ attemptId: `quiz-county.m-${orgId}.1` })
const put = (attempt: object) => (county: County) => county.cloud.put('attempts', [attempt])

export const rows: PermissionRow[] = [
  { contract: getHome, about: 'the home page', input: () => ({}), self: true, allowed: everyone },
  { contract: getStudy, about: 'the study page', input: () => ({}), self: true, allowed: everyone },
  {
    contract: listAttempts,
    about: 'one’s own attempts',
    input: () => ({ before: null }),
    self: true,
    allowed: everyone,
  },
  {
    contract: keepDraft,
    about: 'keep the draft of one’s own paper',
    input: (target) => ({ ...own(target), draft }),
    prepare: (county, { personId }) => put(attemptOf(personId))(county),
    self: true,
    allowed: everyone,
  },
  {
    contract: keepDraft,
    about: 'keep a draft of another member’s paper',
    input: (target) => ({ ...others(target), draft }),
    prepare: (county, { orgId }) => put(attemptOf(`m-${orgId}`))(county),
    allowed: {},
    refusal: 'NOT_FOUND',
  },
  {
    contract: dealPaper,
    about: 'a paper of an organisation’s quiz',
    input: ({ orgId }) => ({ quizId: `quiz-${orgId}` }),
    allowed: addressees,
  },
  {
    contract: submitPaper,
    about: 'hand in one’s own paper',
    input: (target) => ({ ...own(target), answers: [] }),
    prepare: (county, { personId }) => put(attemptOf(personId))(county),
    self: true,
    allowed: everyone,
  },
  {
    contract: submitPaper,
    about: 'hand in another member’s paper',
    input: (target) => ({ ...others(target), answers: [] }),
    prepare: (county, { orgId }) => put(attemptOf(`m-${orgId}`))(county),
    allowed: {},
    refusal: 'NOT_FOUND',
  },
  {
    contract: getResult,
    about: 'one’s own result',
    input: own,
    prepare: (county, { personId }) => put(attemptOf(personId, submitted))(county),
    self: true,
    allowed: everyone,
  },
  {
    contract: getResult,
    about: 'another member’s result',
    input: others,
    prepare: (county, { orgId }) => put(attemptOf(`m-${orgId}`, submitted))(county),
    allowed: {},
    refusal: 'NOT_FOUND',
  },
  {
    contract: getLesson,
    about: 'an organisation’s lesson',
    input: ({ orgId }) => ({ lessonId: `lesson-${orgId}` }),
    allowed: addressees,
  },
  {
    contract: completeLesson,
    about: 'complete an organisation’s lesson',
    input: ({ orgId }) => ({ lessonId: `lesson-${orgId}`, chosen: [1] }),
    allowed: addressees,
  },
]
