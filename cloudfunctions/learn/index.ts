import { serveActions } from '../_kit/run-action'
import { completeLesson } from './complete-lesson'
import { dealPaper } from './deal-paper'
import { getHandbook } from './get-handbook'
import { getHome } from './get-home'
import { getLesson } from './get-lesson'
import { getMedia } from './get-media'
import { getResult } from './get-result'
import { getStudy } from './get-study'
import { judgeReflection } from './judge-reflection'
import { keepDraft } from './keep-draft'
import { keepNote } from './keep-note'
import { listAttempts } from './list-attempts'
import { listNotes } from './list-notes'
import { listOwnReflections } from './list-own-reflections'
import { listReflections } from './list-reflections'
import { submitPaper } from './submit-paper'
import { submitReflection } from './submit-reflection'
import { syncReviews } from './sync-reviews'

export const main = serveActions('learn', [
  getHome,
  getStudy,
  dealPaper,
  keepDraft,
  submitPaper,
  getResult,
  listAttempts,
  getLesson,
  completeLesson,
  getMedia,
  getHandbook,
  syncReviews,
  judgeReflection,
  keepNote,
  listNotes,
  listOwnReflections,
  listReflections,
  submitReflection,
])
