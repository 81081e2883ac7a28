import { expressionRow } from './prove'
import type { SupportRow } from './rows'

/** Dates are written as the function's JSON answer has them. */
const shanghai = `timezone: '+08:00'`

export const rows: SupportRow[] = [
  expressionRow({
    name: '$.year, $.month, $.dayOfMonth, $.hour, $.minute, $.second, $.millisecond',
    note: 'in UTC, or { date, timezone } with `+08:00` or a name such as `Asia/Shanghai`; null and missing give null',
    gives: [
      [`[$.year('$t'), $.month('$t'), $.dayOfMonth('$t'), $.hour('$t')]`, [2025, 12, 31, 16]],
      [`[$.minute('$t'), $.second('$t'), $.millisecond('$t')]`, [30, 5, 7]],
      [
        `[$.year({ date: '$t', ${shanghai} }), $.month({ date: '$t', ${shanghai} }), $.hour({ date: '$t', ${shanghai} })]`,
        [2026, 1, 0],
      ],
      [`$.dayOfMonth({ date: '$t', timezone: 'Asia/Shanghai' })`, 1],
      [`$.hour({ date: new Date('2026-07-01T12:00:00Z'), timezone: 'America/New_York' })`, 8],
      [`$.year('$missing')`, null],
      [`$.year({ date: '$t', timezone: '$nil' })`, null],
    ],
    fails: [
      [`$.year('$s')`, /can't convert from BSON type string to Date/],
      [`$.year({ date: '$t', timezone: 'Nowhere/None' })`, /unrecognized time zone identifier: "Nowhere\/None"/],
      [`$.year({ date: '$t', zone: 1 })`, /Unrecognized argument to \$year: zone/],
    ],
  }),
  expressionRow({
    name: '$.dayOfWeek, $.dayOfYear, $.week, $.isoDayOfWeek, $.isoWeek, $.isoWeekYear',
    note: 'dayOfWeek: Sunday is 1; isoDayOfWeek: Monday is 1',
    gives: [
      [`[$.dayOfWeek('$t'), $.isoDayOfWeek('$t')]`, [4, 3]],
      [`[$.dayOfWeek({ date: '$t', ${shanghai} }), $.isoDayOfWeek({ date: '$t', ${shanghai} })]`, [5, 4]],
      [`[$.dayOfYear('$t'), $.dayOfYear({ date: '$t', ${shanghai} })]`, [365, 1]],
      // 2025 begins on a Wednesday: its first Sunday, the 5th of January, opens week 1.
      [
        `[$.week(new Date('2025-01-04T00:00:00Z')), $.week(new Date('2025-01-05T00:00:00Z')), $.week('$t')]`,
        [0, 1, 52],
      ],
      // The last days of 2025 are in the week of Thursday, 1 January 2026.
      [`[$.isoWeek('$t'), $.isoWeekYear('$t')]`, [1, 2026]],
      [`[$.isoWeek(new Date('2021-01-03T00:00:00Z')), $.isoWeekYear(new Date('2021-01-03T00:00:00Z'))]`, [53, 2020]],
    ],
  }),
  expressionRow({
    name: '$.dateToString',
    gives: [
      [`$.dateToString({ date: '$t' })`, '2025-12-31T16:30:05.007Z'],
      [
        `$.dateToString({ date: '$t', format: '%Y-%m-%d %H:%M:%S.%L %j %u %w %U %V %G %%', ${shanghai} })`,
        '2026-01-01 00:30:05.007 001 4 5 00 01 2026 %',
      ],
      [`$.dateToString({ date: '$t', format: '%z %Z', ${shanghai} })`, '+0800 +480'],
      [`$.dateToString({ date: '$t', format: '%Y年%m月', timezone: 'Asia/Shanghai' })`, '2026年01月'],
      [`$.dateToString({ date: '$missing', format: '%Y', onNull: 'none' })`, 'none'],
      [`$.dateToString({ date: '$nil', format: '%Y' })`, null],
    ],
    fails: [
      [`$.dateToString({ date: '$t', format: '%Q' })`, /Invalid format character '%Q'/],
      [`$.dateToString({ date: '$t', format: '100%' })`, /Unmatched '%' at end of format string/],
      [`$.dateToString({ date: '$s', format: '%Y' })`, /string to Date/],
    ],
  }),
  expressionRow({
    name: '$.dateFromString',
    note: 'ISO 8601, or a format; other ways of writing a date that MongoDB guesses are refused',
    gives: [
      [`$.dateFromString({ dateString: '2026-01-01' })`, '2026-01-01T00:00:00.000Z'],
      [`$.dateFromString({ dateString: '2026-01-01T00:30:05.5', ${shanghai} })`, '2025-12-31T16:30:05.500Z'],
      [`$.dateFromString({ dateString: '2026-01-01T00:30:00+0800' })`, '2025-12-31T16:30:00.000Z'],
      [`$.dateFromString({ dateString: '01.02.2026', format: '%d.%m.%Y' })`, '2026-02-01T00:00:00.000Z'],
      [`$.dateFromString({ dateString: '2026-W01-4', format: '%G-W%V-%u' })`, '2026-01-01T00:00:00.000Z'],
      [`$.dateFromString({ dateString: 'x', onError: 'bad' })`, 'bad'],
      [`$.dateFromString({ dateString: '$nil', onNull: 'none' })`, 'none'],
      [`$.dateFromString({ dateString: '$missing' })`, null],
    ],
    fails: [
      [`$.dateFromString({ dateString: '2026-02-30' })`, /Error parsing date string '2026-02-30'/],
      [`$.dateFromString({ dateString: '2026-01-01T00:00:00Z', ${shanghai} })`, /together with a timezone argument/],
      [`$.dateFromString({ dateString: '$i' })`, /be a string, found: int/],
      [`$.dateFromString({ dateString: '2026', format: '%Y' })`, /elements missing/],
    ],
  }),
  expressionRow({
    name: '$.dateFromParts, $dateToParts',
    note: 'parts beyond their range carry over',
    gives: [
      [
        `$.dateFromParts({ year: 2026, month: 1, day: 1, hour: 0, minute: 30, ${shanghai} })`,
        '2025-12-31T16:30:00.000Z',
      ],
      [`$.dateFromParts({ year: 2026, month: 14, day: 0 })`, '2027-01-31T00:00:00.000Z'],
      [`$.dateFromParts({ isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 4 })`, '2026-01-01T00:00:00.000Z'],
      [`$.dateFromParts({ year: '$nil' })`, null],
      [
        `{ $dateToParts: { date: '$t', ${shanghai} } }`,
        { year: 2026, month: 1, day: 1, hour: 0, minute: 30, second: 5, millisecond: 7 },
      ],
      [
        `{ $dateToParts: { date: '$t', iso8601: true } }`,
        { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 3, hour: 16, minute: 30, second: 5, millisecond: 7 },
      ],
    ],
    fails: [
      [`$.dateFromParts({ month: 1 })`, /requires either 'year' or 'isoWeekYear'/],
      [`$.dateFromParts({ year: 2026, isoWeek: 1 })`, /mixing natural dates with ISO dates/],
      [`$.dateFromParts({ year: 2026, month: 1.5 })`, /'month' must evaluate to an integer/],
      [`$.dateFromParts({ year: 10000 })`, /range 1 to 9999/],
    ],
  }),
]
