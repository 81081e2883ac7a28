import { serveActions } from '../_kit/run-action'
import { getOverview } from './get-overview'
import { listMissing } from './list-missing'
import { recountFigures } from './recount-figures'

export const main = serveActions('stats', [getOverview, listMissing, recountFigures])
