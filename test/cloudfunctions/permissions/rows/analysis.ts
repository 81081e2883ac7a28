import type { KeyCorrectionDoc, QuizDoc } from '../../../../cloudfunctions/_data/documents'
import { applyKey, getAnalysis, getCorrection, proposeKey, startAnalysis } from '../../../../src/contracts/analysis'
import { quizzes } from '../../../support/county/activities'
import type { County } from '../../../support/county/start-county'
import { type PermissionRow, type Target, within } from '../matrix'

const quizOf = ({ key, orgId }: Target): QuizDoc => ({ ...(quizzes[0] as QuizDoc), _id: `analysed-${key}`, orgId })
const correctionOf = (target: Target): KeyCorrectionDoc => ({
  _id: `k-${target.key}`,
  quizId: quizOf(target)._id,
  orgId: target.orgId,
  questionId: 'q1',
  base: 0,
  before: { key: [2], accepted: [], full: false },
  after: { key: [1], accepted: [], full: false },
  reason: '条文已经修改',
  by: target.personId,
  proposedAt: 1,
  impact: { papers: 0, touched: 0, rise: 0, fall: 0, nowPass: 0, keptPass: 0 },
})
const putQuiz = (county: County, target: Target) => county.cloud.put('quizzes', [quizOf(target)])
const putCorrection = async (county: County, target: Target) => {
  await putQuiz(county, target)
  await county.cloud.put('keyCorrections', [correctionOf(target)])
}

const desks = within('secretary', 'organiser', 'countyOrganiser', 'inspector', 'administrator')
const makers = within('secretary', 'organiser', 'countyOrganiser')

export const rows: PermissionRow[] = [
  {
    contract: getAnalysis,
    about:
      'item analysis of an organisation’s answers (keys only for who may make the quiz, or when nobody can hand in any more)',
    prepare: putQuiz,
    input: (target) => ({ quizId: quizOf(target)._id, orgId: target.orgId }),
    allowed: desks,
  },
  {
    contract: startAnalysis,
    about: 'item analysis, worked out anew',
    prepare: putQuiz,
    input: (target) => ({ quizId: quizOf(target)._id, orgId: target.orgId }),
    allowed: desks,
  },
  {
    contract: proposeKey,
    about: 'another key for a question of an organisation’s quiz',
    prepare: putQuiz,
    input: (target) => ({
      key: `propose-${target.key}`.slice(0, 40),
      quizId: quizOf(target)._id,
      questionId: 'q1',
      version: 0,
      change: { to: 'key', key: [1] },
      reason: '条文已经修改',
    }),
    allowed: makers,
  },
  {
    contract: getCorrection,
    about: 'a corrected key of an organisation’s quiz, and what it would do',
    prepare: putCorrection,
    input: (target) => ({ correctionId: correctionOf(target)._id }),
    allowed: makers,
  },
  {
    contract: applyKey,
    about: 'that a key hold which one proposed oneself',
    prepare: putCorrection,
    input: (target) => ({ correctionId: correctionOf(target)._id }),
    allowed: makers,
  },
]
