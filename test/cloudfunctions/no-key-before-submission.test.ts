import { afterAll, beforeAll, expect, test } from 'vitest'
import type { HandbookDoc } from '../../cloudfunctions/_data/documents'
import type { ActionContract } from '../../src/contracts/action'
import * as analysis from '../../src/contracts/analysis'
import * as exports from '../../src/contracts/exports'
import * as handbook from '../../src/contracts/handbook'
import * as identity from '../../src/contracts/identity'
import * as jobs from '../../src/contracts/jobs'
import * as learn from '../../src/contracts/learn'
import * as lesson from '../../src/contracts/lesson'
import * as me from '../../src/contracts/me'
import * as opening from '../../src/contracts/opening'
import * as organise from '../../src/contracts/organise'
import * as plan from '../../src/contracts/plan'
import * as planDays from '../../src/contracts/plan-days'
import * as planLessons from '../../src/contracts/plan-lessons'
import * as quiz from '../../src/contracts/quiz'
import * as register from '../../src/contracts/register'
import * as registerEntries from '../../src/contracts/register-entries'
import * as remind from '../../src/contracts/remind'
import * as report from '../../src/contracts/report'
import * as stats from '../../src/contracts/stats'
import * as themeday from '../../src/contracts/themeday'
import * as writing from '../../src/contracts/writing'
import { makeFact } from '../../src/domain/participation/fact'
import { lessons, NOON, questions, quizzes, themeDays } from '../support/county/activities'
import { person } from '../support/county/county'
import { type County, startCounty } from '../support/county/start-county'
import { gap as gapOfCounty } from './quiz/support'

let county: County
beforeAll(async () => {
  county = await startCounty()
  await county.cloud.put('people', [person('probationer', 'east', 9, { fullFrom: null })])
  const taker = { id: 'e0', seat: 0, orgId: 'east', mobile: false }
  // an exam with a gap among its questions, and a chapter of the handbook that explains other ones
  const [open] = quizzes.filter(({ _id }) => _id === 'open')
  if (!open) throw new Error('the county has no open quiz')
  await county.cloud.put('quizzes', [{ ...open, questions: [...questions, gap], deal: 5, pointsEach: 20 }])
  await county.cloud.put('handbook', [chapter])
  await county.cloud.put('facts', [
    makeFact({ ...fact, person: taker, occurredAt: NOON, recordedAt: NOON, channel: 'import' }),
  ])
})
afterAll(() => county.cloud.stop())

/** What fills the gap is nowhere else in the county. */
const gap = { ...gapOfCounty, accepted: ['三十二学时整', '32学时整'] }
const chapter: HandbookDoc = {
  _id: 'sample-chapter',
  title: '示例章程',
  order: 1,
  version: 1,
  items: [{ ...gapOfCounty, id: 'handbook1', stem: '手册题干', explanation: '手册解析', accepted: ['手册答案'] }],
}

const period = { orgId: 'county', from: '2026-11-01', to: '2026-11-30' }
const fact = { kind: 'lesson' as const, activityId: 'later' }
const figure = { orgId: 'town', code: 'discipline.checks', period: '2026-Q3' }
const paper = { name: '示例通报', number: '', day: '2026-10-08' }
const reported = { key: 'no-key-figure', was: 0, value: '3', document: paper, asOfDay: '2026-09-30' }
const pen = { pen: { phone: 'phone0001', at: 1 }, base: null }
/** Every action with an input that it answers well before anything was submitted. */
const calls: [ActionContract, object][] = [
  [identity.getMe, {}],
  [identity.issueInvitation, { personId: 'e1' }],
  [identity.recordPhone, { personId: 'e1', phone: '19000000001' }],
  [identity.renewConsent, { consent: { version: identity.CONSENT_VERSION } }],
  [me.getMyRecord, { before: null }],
  [me.getMyData, {}],
  [me.sendLetter, { key: 'no-key-letter', kind: 'suggestion', text: '活动室的灯坏了' }],
  [me.listMyLetters, {}],
  [me.listLetters, { orgId: 'east' }],
  [me.keepSubscription, { key: 'no-key-allow', templates: ['quiz'] }],
  // study material has keys of its own; of a quiz it knows nothing
  [handbook.getHandbook, { have: [] }],
  [handbook.syncReviews, { batch: null, after: null }],
  [learn.getHome, {}],
  [learn.getStudy, {}],
  [quiz.dealPaper, { quizId: 'open' }],
  [quiz.keepDraft, { attemptId: 'open.e0.1', draft: { answers: [], marked: ['q1'] } }],
  [quiz.listAttempts, { before: null }],
  [lesson.getLesson, { lessonId: 'lesson1' }],
  [lesson.completeLesson, { lessonId: 'lesson1', chosen: [0] }],
  [lesson.getMedia, { lessonId: 'lesson1', block: 1 }],
  [writing.keepNote, { lessonId: 'lesson1', text: '记一笔', ...pen }],
  [writing.listNotes, {}],
  [writing.submitReflection, { about: { kind: 'lesson', id: 'lesson1' }, text: '学了这一课，有些体会。', ...pen }],
  [writing.listOwnReflections, {}],
  [writing.listReflections, { orgId: 'east', before: null }],
  [themeday.listThemeDays, { before: null }],
  [themeday.getThemeDay, { themeDayId: 'eastpast' }],
  [themeday.askLeave, { themeDayId: 'eastday', reason: 'work', note: '' }],
  [themeday.withdrawLeave, { themeDayId: 'eastday' }],
  [themeday.listAttendance, { themeDayId: 'eastpast' }],
  [themeday.recordProxy, { themeDayId: 'eastpast', personId: 'e1', reason: 'frail', note: '' }],
  [themeday.recordAbsence, { themeDayId: 'eastpast', personId: 'e2', leave: { reason: 'work', note: '' } }],
  [themeday.getCheckInBoard, { themeDayId: 'eastpast' }],
  [themeday.openCheckIn, { themeDayId: 'eastday' }],
  [themeday.closeCheckIn, { themeDayId: 'eastday' }],
  [themeday.reopenCheckIn, { themeDayId: 'eastday' }],
  [organise.setMobile, { key: 'no-key-mobile', personId: 'w0', mobile: true, day: '2026-11-10' }],
  [organise.confirmFullMember, { key: 'no-key-full', personId: 'probationer', day: '2026-11-10' }],
  [organise.correctParticipation, { ...fact, personId: 'e0', withdrawn: true, reason: '录入有误' }],
  [organise.transferMember, { key: 'no-key-transfer', personId: 'w1', into: 'east', day: '2026-11-10' }],
  [organise.recordLeave, { key: 'no-key-leave', personId: 'd0', day: '2026-11-10', reason: 'resigned' }],
  [organise.admitMember, { key: 'no-key-admit', orgId: 'east', day: '2026-11-10', who: { personId: 'd0' } }],
  [organise.listMembers, { orgId: 'county', name: null, after: null }],
  [organise.mergeBranches, { key: 'no-key-merge', from: ['west'], into: 'desk', day: '2026-11-10' }],
  [stats.getOverview, period],
  [stats.getHeat, { orgId: 'county', kind: 'quiz', to: '2026-11-30' }],
  [stats.listMissing, { ...period, kind: 'quiz' }],
  [stats.recountFigures, { ...period, kind: 'quiz' }],
  [opening.explainFigure, { ...period, code: 'quiz.rate' }],
  [opening.listActivities, { ...period, kind: 'quiz' }],
  [opening.listParticipants, { ...period, kind: 'quiz' }],
  [opening.getRecord, { kind: 'lesson', personId: 'e0', from: '2026-11-01', to: '2026-11-30' }],
  [remind.remindMissing, { ...period, key: 'no-key-remind', kind: 'lesson' }],
  [remind.remindSecretaries, { ...period, key: 'no-key-holding' }],
  [remind.remindNotReported, { key: 'no-key-figure', orgId: 'county', code: 'discipline.checks', period: '2026-Q3' }],
  [remind.listInbox, {}],
  [remind.readInbox, { until: 0 }],
  [register.listIndicators, { orgId: 'county' }],
  [registerEntries.getRegister, { orgId: 'county', day: '2026-11-10' }],
  [registerEntries.getIndicator, { orgId: 'county', code: 'discipline.checks' }],
  [registerEntries.submitEntry, { ...figure, ...reported }],
  [registerEntries.getEntry, figure],
  [jobs.listJobs, { kind: 'export' }],
  [plan.listQuizzes, { orgId: 'county', before: null }],
  [plan.previewQuiz, { of: { type: 'quiz', quizId: 'open' }, turn: 1 }],
  [plan.closeQuiz, { quizId: 'open' }],
  [plan.reopenQuiz, { quizId: 'open' }],
  [planLessons.listLessonsForDesk, { orgId: 'county' }],
  [planDays.listPlannedDays, { orgId: 'east', year: 2026 }],
  [exports.startExport, { key: 'no-key-export', view: { what: 'missing', ...period, kind: 'quiz' } }],
  [report.getReport, period],
  [report.listReports, { orgId: 'county' }],
  [report.openVersion, period],
  [report.refreshReport, { ...period, version: 1, revision: 0 }],
  [report.editReport, { ...period, version: 1, revision: 1, edit: { kind: 'omit', sentence: 'next.fair' } }],
  [report.submitReport, { ...period, version: 1, revision: 2 }],
  [report.compareVersions, { ...period, version: 1, with: 1 }],
  [report.reproduceReport, { ...period, version: 1 }],
  [report.buildReport, period],
]
/**
 * Makers see keys by right, for they write, publish and correct them: `getQuizDraft` has those of their own questions, `getQuizForMaker` all. Who else is refused is
 * in the table of permissions; that a preview has none, in plan/drafts.test.ts.
 */
const makers = [plan.getQuizDraft, plan.getQuizForMaker]
/** Actions that answer well only after a submission, or with nothing of a question in it. */
const others = [
  // for whoever may make the quiz, keys too; nobody else sees any before the last paper can have come (analysis/analysis.test.ts)
  analysis.getAnalysis,
  analysis.getCorrection,
  analysis.startAnalysis,
  analysis.proposeKey,
  analysis.applyKey,
  ...makers,
  plan.getQuizBank,
  plan.draftQuiz,
  plan.chooseQuestions,
  plan.discardQuizDraft,
  plan.publishQuiz,
  plan.withdrawQuiz,
  plan.extendQuiz,
  planLessons.publishLesson,
  planLessons.scheduleLesson,
  planDays.planThemeDays,
  planDays.changeThemeDay,
  planDays.cancelThemeDay,
  planDays.restoreThemeDay,
  identity.bindByInvitation,
  identity.bindByPhone,
  identity.unbind,
  jobs.getJob,
  register.defineIndicator,
  register.retireIndicator,
  registerEntries.judgeEntry,
  me.answerLetter,
  report.reviewReport,
  report.issueReport,
  quiz.submitPaper,
  quiz.getResult,
  writing.judgeReflection,
  organise.splitBranch,
  organise.checkRoster,
  themeday.checkIn,
  themeday.checkInRemotely,
  themeday.decideLateScan,
]

const isContract = (value: unknown): value is ActionContract => typeof (value as ActionContract)?.fn === 'string'

test('every action is in one of the two lists', () => {
  const all = [
    analysis,
    exports,
    opening,
    remind,
    handbook,
    identity,
    jobs,
    learn,
    lesson,
    me,
    organise,
    plan,
    planDays,
    planLessons,
    quiz,
    register,
    registerEntries,
    report,
    stats,
    themeday,
    writing,
  ].flatMap((module) => Object.values(module).filter(isContract))
  const listed = [...calls.map(([contract]) => contract), ...others]
  expect(listed.map(({ fn, name }) => `${fn}.${name}`).sort()).toEqual(
    all.map(({ fn, name }) => `${fn}.${name}`).sort(),
  )
})

/** Field names and texts from which a key could be told. */
const forbiddenFields = [
  'key',
  'accepted',
  'answer',
  'explanation',
  'correctOptions',
  'seed',
  'order',
  'secret',
  'difficulty',
  'tags',
]
/** Those of them that the handbook has, in the order of the alphabet. */
const handbookFields = ['accepted', 'difficulty', 'explanation', 'key', 'order', 'tags']
const forbiddenTexts = [
  ...[...questions, gap].map(({ explanation }) => explanation),
  ...gap.accepted,
  ...lessons.map(({ check }) => check.explanation),
  ...themeDays.map(({ secret }) => secret),
]

const fieldsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap(fieldsOf)
    : value && typeof value === 'object'
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...fieldsOf(inner)])
      : []

// someone who is a secretary in east and an organiser of the county gets a good answer from every action
test.each(calls.map(([contract, input]) => [`${contract.fn}.${contract.name}`, contract, input] as const))(
  '%s carries nothing of a key',
  async (_name, contract, input) => {
    const everyone = (await county.cloud.all<{ _id: string } & Record<string, unknown>>('people')).find(
      ({ _id }) => _id === 'e0',
    )
    await county.cloud.put('people', [{ ...everyone, roles: [{ role: 'organiser', orgId: 'county' }] }])
    const { answer } = await county.as('e0').call(contract, input)
    if (!answer.ok) throw new Error(answer.error.code)
    const text = JSON.stringify(answer.data)
    // study material is given whole, with its own keys: the scan finds them, and nothing of a quiz among them
    const own = contract.name === 'getHandbook' ? handbookFields : []
    const leaked = new Set(fieldsOf(answer.data).filter((name) => forbiddenFields.includes(name)))
    expect([...leaked].sort()).toEqual(own)
    expect(forbiddenTexts.filter((forbidden) => text.includes(forbidden))).toEqual([])
  },
)

test('the scan would find a leak: a result after submission has keys', async () => {
  const paper = await county.as('e0').ok(quiz.dealPaper, { quizId: 'open' })
  const result = await county.as('e0').ok(quiz.submitPaper, { attemptId: paper.attemptId, answers: [] })
  expect(fieldsOf(result)).toContain('key')
  expect(forbiddenTexts.some((text) => JSON.stringify(result).includes(text))).toBe(true)
})

test('the order of the options tells nothing: over many papers the right one stands everywhere', async () => {
  // the server draws the order; of 9 × 40 single questions one place stays empty by chance once in 10^44 runs, of 9 × 2 it did in one of 40
  const [open] = quizzes.filter(({ _id }) => _id === 'open')
  const [single] = questions.filter(({ kind }) => kind === 'single')
  if (!open || !single) throw new Error('the county has no such quiz')
  const many = Array.from({ length: 40 }, (_, index) => ({ ...single, id: `single${index}` }))
  await county.cloud.put('quizzes', [{ ...open, _id: 'singles', questions: many, deal: many.length, pointsEach: 2 }])
  const places = new Set<number>()
  for (const who of ['e1', 'e2', 'w0', 'w1', 'd0', 'countyorg', 'townorg', 'inspector', 'admin']) {
    const { items } = await county.as(who).ok(quiz.dealPaper, { quizId: 'singles' })
    for (const { options } of items) places.add(options.indexOf(single.options[single.key[0] ?? -1] ?? ''))
  }
  expect([...places].sort()).toEqual([0, 1, 2, 3])
})
