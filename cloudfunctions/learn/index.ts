import { serveActions } from '../_kit/run-action'
import { completeLesson } from './complete-lesson'
import { dealPaper } from './deal-paper'
import { getHome } from './get-home'
import { getLesson } from './get-lesson'
import { getResult } from './get-result'
import { submitPaper } from './submit-paper'

export const main = serveActions('learn', [getHome, dealPaper, submitPaper, getResult, getLesson, completeLesson])
