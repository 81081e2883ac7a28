import { createHmac } from 'node:crypto'
import {
  askLeave,
  checkIn,
  checkInRemotely,
  closeCheckIn,
  decideLateScan,
  getCheckInBoard,
  getThemeDay,
  listAttendance,
  listThemeDays,
  openCheckIn,
  recordAbsence,
  recordProxy,
  reopenCheckIn,
  withdrawLeave,
} from '../../../../src/contracts/themeday'
import { codesAt } from '../../../../src/domain/themeday'
import { NOON, themeDays } from '../../../support/county/activities'
import { addressees, everyone, type PermissionRow, within } from '../matrix'
import { openThemeDay, plannedThemeDay } from '../world'

const managers = within('secretary', 'organiser', 'countyOrganiser')
const mac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64url')
const tokenOf = (themeDayId: string) => codesAt({ themeDayId, secret: themeDays[0]?.secret ?? '', mac }, NOON).token

export const rows: PermissionRow[] = [
  {
    contract: getThemeDay,
    about: 'an organisation’s theme day',
    input: ({ orgId }) => ({ themeDayId: `day-${orgId}` }),
    // those whom it is for, and those who look after it
    allowed: {
      ...addressees,
      secretary: ['own', 'child', 'parent'],
      organiser: ['own', 'child', 'parent'],
      countyOrganiser: ['own', 'child'],
    },
  },
  {
    contract: checkIn,
    about: 'check in at it by a right token',
    input: ({ orgId }) => ({ token: tokenOf(`day-${orgId}`) }),
    allowed: addressees,
    refusal: 'NOT_EXPECTED',
  },
  {
    contract: getCheckInBoard,
    about: 'its check-in board, with the codes',
    input: ({ orgId }) => ({ themeDayId: `day-${orgId}` }),
    allowed: managers,
  },
  {
    contract: openCheckIn,
    about: 'open its check-in',
    input: ({ key }) => ({ themeDayId: `opening-${key}` }),
    prepare: (county, { key, orgId }) => county.cloud.put('themeDays', [plannedThemeDay(`opening-${key}`, orgId)]),
    allowed: managers,
  },
  {
    contract: closeCheckIn,
    about: 'close its check-in',
    input: ({ key }) => ({ themeDayId: `closing-${key}` }),
    prepare: (county, { key, orgId }) => county.cloud.put('themeDays', [openThemeDay(`closing-${key}`, orgId)]),
    allowed: managers,
  },
  {
    contract: reopenCheckIn,
    about: 'open it again, just after closing it',
    input: ({ key }) => ({ themeDayId: `reopening-${key}` }),
    prepare: (county, { key, orgId }) =>
      county.cloud.put('themeDays', [
        { ...openThemeDay(`reopening-${key}`, orgId), status: 'closed', closedAt: NOON - 60_000 },
      ]),
    allowed: managers,
  },
  {
    contract: listThemeDays,
    about: 'one’s own theme days',
    self: true,
    input: () => ({ before: null }),
    allowed: everyone,
  },
  {
    contract: checkInRemotely,
    about: 'take part in it from afar (here: without being a mobile member)',
    input: ({ orgId }) => ({ themeDayId: `day-${orgId}`, text: '在外地也学了这次的内容。' }),
    allowed: addressees,
    outcome: 'NOT_REMOTE',
    refusal: 'NOT_EXPECTED',
  },
  {
    contract: askLeave,
    about: 'ask for leave from it',
    input: ({ key }) => ({ themeDayId: `leaving-${key}`, reason: 'work', note: '' }),
    prepare: (county, { key, orgId }) => county.cloud.put('themeDays', [plannedThemeDay(`leaving-${key}`, orgId)]),
    allowed: addressees,
  },
  {
    contract: withdrawLeave,
    about: 'take one’s leave from it back',
    input: ({ orgId }) => ({ themeDayId: `day-${orgId}` }),
    allowed: addressees,
  },
  {
    contract: listAttendance,
    about: 'names and attendance of its roster',
    input: ({ orgId }) => ({ themeDayId: `day-${orgId}` }),
    allowed: managers,
  },
  {
    contract: recordProxy,
    about: 'enter that somebody was there',
    input: ({ key, orgId }) => ({ themeDayId: `proxy-${key}`, personId: `m-${orgId}`, reason: 'frail', note: '' }),
    prepare: (county, { key, orgId }) => county.cloud.put('themeDays', [openThemeDay(`proxy-${key}`, orgId)]),
    allowed: managers,
  },
  {
    contract: recordAbsence,
    about: 'enter somebody’s leave from it',
    input: ({ key, orgId }) => ({
      themeDayId: `absence-${key}`,
      personId: `m-${orgId}`,
      leave: { reason: 'illness', note: '' },
    }),
    prepare: (county, { key, orgId }) => county.cloud.put('themeDays', [openThemeDay(`absence-${key}`, orgId)]),
    allowed: managers,
  },
  {
    contract: decideLateScan,
    about: 'say whether somebody was there whose scan came late',
    input: ({ key, orgId }) => ({ themeDayId: `late-${key}`, personId: `m-${orgId}`, accept: true }),
    async prepare(county, { key, orgId }) {
      const [themeDayId, personId] = [`late-${key}`, `m-${orgId}`]
      await county.cloud.put('themeDays', [openThemeDay(themeDayId, orgId)])
      const slot = { slotStartsAt: NOON - 60_000, slotEndsAt: NOON - 30_000 }
      const lateScan = { ...slot, scannedAt: NOON - 50_000, receivedAt: NOON, state: 'waiting', decidedBy: null }
      const _id = `${themeDayId}.${personId}`
      await county.cloud.put('attendances', [{ _id, themeDayId, personId, leave: null, lateScan }])
    },
    allowed: managers,
  },
]
