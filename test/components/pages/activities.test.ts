import { describe, expect, it } from 'vitest'
import type { ThemeDayRow } from '@/contracts/themeday'
import { byMonth, nowOf, partTag, scansNow, withPage } from '@/pages/activities/activities.shared'

const at = (day: string, hour = 15) => Date.parse(`${day}T00:00:00+08:00`) + hour * 3_600_000
const row = (id: string, startsAt: number, more: Partial<ThemeDayRow> = {}): ThemeDayRow => ({
  id,
  title: id,
  orgName: '示例支部',
  place: '活动室',
  forms: [],
  startsAt,
  endsAt: startsAt + 7_200_000,
  status: 'planned',
  mine: 'due',
  canManage: false,
  ...more,
})

describe('the list of theme days', () => {
  it('goes by the month of Asia/Shanghai', () => {
    const rows = [row('a', at('2026-11-01', 0)), row('b', at('2026-11-01', -1)), row('c', at('2026-10-09'))]
    expect(byMonth(rows).map(({ month, rows: own }) => [month, own.map(({ id }) => id)])).toEqual([
      ['2026-11', ['a']],
      ['2026-10', ['b', 'c']],
    ])
  })

  it('shows what two pages both have once', () => {
    const [a, b, c] = [row('a', 3), row('b', 2), row('c', 1)]
    expect(withPage([a, b], [b, c]).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('puts first what can be checked in to, then what is today, and nothing that is not one’s own', () => {
    const now = at('2026-11-22', 9)
    const today = row('today', at('2026-11-22'))
    const open = row('open', at('2026-11-22', 8), { status: 'open' })
    expect(nowOf([today, open], now)).toBe(open)
    expect(nowOf([today, row('later', at('2026-11-25'))], now)).toBe(today)
    expect(nowOf([row('later', at('2026-11-25'))], now)).toBeNull()
    expect(nowOf([{ ...open, mine: 'none' }], now)).toBeNull()
    // what is done does not stand in the way of what is due
    expect(nowOf([{ ...open, mine: 'in' }, today], now)).toBe(today)
    expect(nowOf([{ ...open, mine: 'in' }], now)).toBeNull()
    expect(nowOf([{ ...open, mine: 'in', canManage: true }], now)?.id).toBe('open')
  })

  it('says one’s part in a word, and that it can still be done from afar', () => {
    expect(partTag({ mine: 'due', status: 'open' })?.text).toBe('正在签到')
    expect(partTag({ mine: 'due', status: 'closed' })?.text).toBe('可线上参加')
    expect(partTag({ mine: 'absent', status: 'closed' })?.text).toBe('未到')
    expect(partTag({ mine: 'none', status: 'closed' })).toBeNull()
  })
})

describe('scanning is the first thing to do', () => {
  const day = row('day', at('2026-11-22'))
  const nine = at('2026-11-22', 9)

  it('while the check-in is open, for whoever has not come yet', () => {
    expect(scansNow({ ...day, status: 'open' }, nine, false)).toBe(true)
    expect(scansNow({ ...day, status: 'open', mine: 'in' }, nine, false)).toBe(false)
    expect(scansNow({ ...day, status: 'closed' }, nine, false)).toBe(false)
  })

  it('before it is known to be open: half an hour before the start, or when the phone cannot ask', () => {
    expect(scansNow(day, nine, false)).toBe(false)
    expect(scansNow(day, at('2026-11-22', 14.5), false)).toBe(true)
    expect(scansNow(day, nine, true)).toBe(true)
  })
})
