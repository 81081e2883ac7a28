import { createHmac } from 'node:crypto'
import { checkIn, closeCheckIn, getCheckInBoard, getThemeDay, openCheckIn } from '../../../../src/contracts/themeday'
import { codesAt } from '../../../../src/domain/themeday'
import { NOON, themeDays } from '../../../support/county/activities'
import { addressees, type PermissionRow, within } from '../matrix'
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
]
