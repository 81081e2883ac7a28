import { explainFigure, getRecord, listActivities, listParticipants } from '../../../../src/contracts/opening'
import { getHeat, getOverview, listMissing, recountFigures } from '../../../../src/contracts/stats'
import { type PermissionRow, type Target, within } from '../matrix'

const period = ({ orgId }: Target) => ({ orgId, from: '2026-11-01', to: '2026-11-30' })
const desks = within('secretary', 'organiser', 'countyOrganiser', 'inspector', 'administrator')

export const rows: PermissionRow[] = [
  { contract: getOverview, about: 'an organisation’s figures', input: period, allowed: desks },
  {
    contract: getHeat,
    about: 'an organisation’s months, and those of its children',
    input: ({ orgId }) => ({ orgId, kind: 'quiz', to: '2026-11-30' }),
    allowed: desks,
  },
  {
    contract: listMissing,
    about: 'who has not taken part (an inspector gets counts without names)',
    input: (target) => ({ ...period(target), kind: 'quiz' }),
    allowed: desks,
  },
  {
    contract: recountFigures,
    about: 'proof of an organisation’s figures from the ledger',
    input: (target) => ({ ...period(target), kind: 'quiz' }),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
  {
    contract: explainFigure,
    about: 'what a figure is made of',
    input: (target) => ({ ...period(target), code: 'quiz.rate' }),
    allowed: desks,
  },
  {
    contract: listActivities,
    about: 'in what its members took part',
    input: (target) => ({ ...period(target), kind: 'quiz' }),
    allowed: desks,
  },
  {
    contract: listParticipants,
    about: 'who took part (an inspector gets counts without names)',
    input: (target) => ({ ...period(target), kind: 'quiz' }),
    allowed: desks,
  },
  {
    contract: getRecord,
    about: 'the records of one of its members',
    input: ({ orgId }) => ({ kind: 'quiz', personId: `m-${orgId}`, from: '2026-11-01', to: '2026-11-30' }),
    allowed: within('secretary', 'organiser', 'countyOrganiser', 'administrator'),
  },
]
