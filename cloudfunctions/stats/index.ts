import { serveActions } from '../_kit/run-action'
import { explainFigure } from './explain-figure'
import { getHeat } from './get-heat'
import { getOverview } from './get-overview'
import { getRecord } from './get-record'
import { listActivities } from './list-activities'
import { listMissing } from './list-missing'
import { listParticipants } from './list-participants'
import { recountFigures } from './recount-figures'

export const main = serveActions('stats', [
  getOverview,
  getHeat,
  listMissing,
  explainFigure,
  listActivities,
  listParticipants,
  getRecord,
  recountFigures,
])
