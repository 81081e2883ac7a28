import type { QuizDraftDoc } from '../../../../cloudfunctions/_data/documents'
import {
  chooseQuestions,
  closeQuiz,
  discardQuizDraft,
  draftQuiz,
  extendQuiz,
  getQuizBank,
  getQuizDraft,
  getQuizForMaker,
  listQuizzes,
  previewQuiz,
  publishQuiz,
  reopenQuiz,
  withdrawQuiz,
} from '../../../../src/contracts/plan'
import {
  cancelThemeDay,
  changeThemeDay,
  listPlannedDays,
  planThemeDays,
  restoreThemeDay,
} from '../../../../src/contracts/plan-days'
import { listLessonsForDesk, publishLesson, scheduleLesson } from '../../../../src/contracts/plan-lessons'
import { HOUR, lessons, NOON, quizzes } from '../../../support/county/activities'
import type { County } from '../../../support/county/start-county'
import { lesson, own, settings } from '../../plan/support'
import { type PermissionRow, type Target, within } from '../matrix'
import { plannedThemeDay } from '../world'

const makers = within('secretary', 'organiser', 'countyOrganiser')
const content = { settings, parts: [], own: [own] }

const draft = (_id: string, orgId: string): QuizDraftDoc => ({
  ...{ _id, orgId, createdBy: 'e0', updatedBy: 'e0', createdAt: NOON, updatedAt: NOON, revision: 1 },
  ...{ settings, parts: [], own: [own], chosen: [], seed: 1, state: 'draft', round: 1 },
})

/** A row about a draft of the organisation, which is made for this call alone. */
const aboutDraft = (
  contract: PermissionRow['contract'],
  about: string,
  input: (draftId: string) => object = (draftId) => ({ draftId }),
  outcome?: string,
): PermissionRow => {
  const idOf = ({ key }: Target) => `quiz-${contract.name.toLowerCase()}-${key}`
  return {
    ...{ contract, about, allowed: makers, ...(outcome !== undefined && { outcome }) },
    input: (target) => input(idOf(target)),
    prepare: (county: County, target) => county.cloud.put('quizDrafts', [draft(idOf(target), target.orgId)]),
  }
}

/** The same of a published quiz. */
const aboutQuiz = (
  contract: PermissionRow['contract'],
  about: string,
  input: (quizId: string) => object = (quizId) => ({ quizId }),
  extra: object = {},
): PermissionRow => {
  const idOf = ({ key }: Target) => `made-${contract.name.toLowerCase()}-${key}`
  return {
    ...{ contract, about, allowed: makers },
    input: (target) => input(idOf(target)),
    prepare: (county: County, target) =>
      county.cloud.put('quizzes', [{ ...quizzes[0], _id: idOf(target), orgId: target.orgId, ...extra }]),
  }
}

const closesAt = quizzes[0]?.closesAt ?? 0

const aboutDay = (
  contract: PermissionRow['contract'],
  about: string,
  more: object = {},
  extra: object = {},
): PermissionRow => {
  const idOf = ({ key }: Target) => `planned-${contract.name.toLowerCase()}-${key}`
  return {
    ...{ contract, about, allowed: makers },
    input: (target) => ({ themeDayId: idOf(target), ...more }),
    prepare: (county: County, target) =>
      county.cloud.put('themeDays', [{ ...plannedThemeDay(idOf(target), target.orgId), ...extra }]),
  }
}
const day = { title: '示例主题党日', place: '活动室', forms: ['groupStudy'], agenda: [], remote: true }
const times = { startsAt: NOON + HOUR, endsAt: NOON + 2 * HOUR }

export const rows: PermissionRow[] = [
  {
    contract: getQuizBank,
    about: 'the questions from which a quiz of an organisation is made, without keys',
    input: ({ orgId }) => ({ orgId }),
    allowed: makers,
  },
  {
    contract: listQuizzes,
    about: 'an organisation’s drafts and quizzes',
    input: ({ orgId }) => ({ orgId, before: null }),
    allowed: makers,
  },
  {
    contract: draftQuiz,
    about: 'begin a quiz for it',
    input: ({ orgId, key }) => ({ key: `permission-${key}`, orgId, ...content }),
    allowed: makers,
  },
  aboutDraft(getQuizDraft, 'a draft of its quizzes, with the keys of one’s own questions'),
  aboutDraft(chooseQuestions, 'choose its questions anew', (draftId) => ({ draftId, revision: 1, exchange: null })),
  aboutDraft(discardQuizDraft, 'remove it'),
  aboutDraft(previewQuiz, 'see it as a member would', (draftId) => ({ of: { type: 'draft', draftId }, turn: 1 })),
  aboutDraft(publishQuiz, 'publish it', (draftId) => ({ draftId, revision: 1 })),
  aboutQuiz(getQuizForMaker, 'a published quiz with its keys'),
  aboutQuiz(withdrawQuiz, 'take it back before anybody began'),
  aboutQuiz(extendQuiz, 'let it be open longer', (quizId) => ({ quizId, closesAt: closesAt + HOUR, was: closesAt })),
  aboutQuiz(closeQuiz, 'close it by hand'),
  aboutQuiz(reopenQuiz, 'undo that', undefined, { closedAt: NOON - 60_000 }),
  {
    contract: listLessonsForDesk,
    about: 'an organisation’s lessons, to publish them',
    input: ({ orgId }) => ({ orgId }),
    allowed: makers,
  },
  {
    contract: publishLesson,
    about: 'publish a lesson for it',
    input: ({ orgId, key }) => ({ key: `permission-${key}`, orgId, ...lesson }),
    allowed: makers,
  },
  {
    contract: scheduleLesson,
    about: 'take a lesson back that nobody has completed',
    input: ({ key }) => ({ lessonId: `desk-${key}`, was: lessons[0]?.publishedAt ?? null, to: { type: 'shelf' } }),
    prepare: (county, { key, orgId }) => county.cloud.put('lessons', [{ ...lessons[0], _id: `desk-${key}`, orgId }]),
    allowed: makers,
  },
  {
    contract: listPlannedDays,
    about: 'an organisation’s theme days, to plan them',
    input: ({ orgId }) => ({ orgId, year: 2026 }),
    allowed: makers,
  },
  {
    contract: planThemeDays,
    about: 'plan theme days for it',
    input: ({ orgId, key }) => ({ key: `permission-${key}`, orgId, ...day, times: [times] }),
    allowed: makers,
  },
  aboutDay(changeThemeDay, 'change a planned one', { was: null, ...day, ...times }),
  aboutDay(cancelThemeDay, 'call it off', { reason: '示例原因' }),
  aboutDay(
    restoreThemeDay,
    'undo that',
    {},
    {
      status: 'closed',
      cancelled: { at: NOON - HOUR, reason: '示例原因', by: 'e0' },
    },
  ),
]
