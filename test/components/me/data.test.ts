import { describe, expect, it } from 'vitest'
import { isConsentOld } from '@/components/words/consent.shared'
import { CONSENT_VERSION, type RoleName } from '@/contracts/identity'
import { canManageThemeDay, canReadReflections, canSeeNames } from '@/domain/people'
import { collections } from '../../../cloudfunctions/_data/collections'
import { personal } from '../../../cloudfunctions/_data/personal'
import { consentWords, keptOf, type MyData, waitingLoss } from '../../../src/mine/pages/data/data.shared'
import { afterRefusal, afterSending, firstDraft, isLongEnough } from '../../../src/mine/pages/letters/letters.shared'
import { alsoWords, fromWords, joinMail, type MailRow } from '../../../src/organiser/pages/mailbox/mailbox.shared'
import {
  byBranch,
  joinMembers,
  type Member,
  reboundWords,
  unboundWords,
  wayIn,
} from '../../../src/organiser/pages/members/members.shared'
import { desksOf } from '../../../src/pages/me/desk.shared'

const today = '2026-11-22'
const org = { id: 'branch', name: '示例支部', kind: 'branch' as const }
const data: MyData = {
  person: { id: 'p1', name: '测试甲', bornYear: 1958, mobile: true, full: true },
  org,
  path: [{ id: 'county', name: '示例县', kind: 'county' }, org],
  since: '2026-03-01',
  roles: [],
  binding: {
    boundAt: Date.parse('2026-11-01T10:00:00+08:00'),
    consent: { version: '2026-11-22', at: Date.parse('2026-11-01T10:00:00+08:00') },
    replaced: false,
  },
  consents: [{ event: 'given', at: Date.parse('2026-11-01T10:00:00+08:00') }],
  phoneKnown: true,
  counts: {
    participations: 12,
    attempts: 3,
    drafts: 1,
    leaves: 2,
    lateScans: 1,
    notes: 2,
    reflections: 1,
    reviews: 40,
    letters: 0,
    reminders: 2,
    moves: 1,
    audit: 3,
    messages: 2,
  },
}

describe('my data', () => {
  it('names all that is stored, with why and who sees it', () => {
    const kept = keptOf(data, today)
    expect(kept.map(({ what, value }) => [what, value])).toEqual([
      ['名册', '测试甲，1958 年出生，正式党员，流动党员。示例县 › 示例支部（3 月 1 日起）。名册变动 1 次'],
      ['参与记录', '12 条；答卷 3 份，其中 1 份还没交，先存着'],
      ['请假和晚到的签到', '请假 2 次，记有原因（可能是生病）和您写的说明；晚到的扫码 1 次，记有扫码和送到的时间'],
      ['您写的和练的', '笔记 2 条，心得 1 篇，练习 40 题次'],
      ['来信', '0 封'],
      ['提醒', '2 条，记有什么时候提醒、您看过没有'],
      ['手机号', '存有一串读不出来的密文'],
      ['微信绑定', '11 月 1 日绑定；还可以给您发 2 次提醒'],
      ['同意的记录', '11 月 1 日同意'],
      ['办理记录', '3 条'],
    ])
    expect(kept.every(({ why, who }) => why !== '' && who !== '')).toBe(true)
  })

  it('has a row for every collection that knows somebody', () => {
    const told = new Set(keptOf(data, today).map(({ topic }) => topic))
    const asked = Object.values(personal).flatMap((place) => ('row' in place ? [place.row] : []))
    expect(asked.filter((topic) => !told.has(topic))).toEqual([])
    expect(Object.keys(personal).sort()).toEqual(Object.keys(collections).sort())
  })

  it('names who reads it as the table of permissions has it', () => {
    const who = Object.fromEntries(keptOf(data, today).map((row) => [row.topic, row.who]))
    const may = (role: RoleName, can: typeof canSeeNames) => can({ orgPath: [], roles: [{ role, orgId: 'x' }] }, ['x'])
    // the administrator keeps the roster, and neither holds theme days nor reads what members wrote
    expect([may('administrator', canSeeNames), who.roster?.includes('管理员')]).toEqual([true, true])
    expect([may('administrator', canManageThemeDay), who.attendance?.includes('管理员')]).toEqual([false, false])
    expect([may('administrator', canReadReflections), who.writings?.includes('管理员')]).toEqual([false, false])
    for (const can of [canSeeNames, canManageThemeDay, canReadReflections]) {
      expect([may('secretary', can), may('organiser', can), may('inspector', can)]).toEqual([true, true, false])
    }
  })

  it('says that another WeChat was there before, and each day of consent once', () => {
    const again = keptOf(
      {
        ...data,
        binding: { ...data.binding, replaced: true },
        consents: [
          { event: 'given', at: Date.parse('2026-11-03T10:00:01+08:00') },
          { event: 'given', at: Date.parse('2026-11-03T10:00:00+08:00') },
          { event: 'withdrawn', at: Date.parse('2026-11-02T10:00:00+08:00') },
        ],
      },
      today,
    )
    const value = (topic: string) => again.find((row) => row.topic === topic)?.value
    expect(value('binding')).toContain('换下了原来的微信')
    const none = keptOf({ ...data, consents: [], counts: { ...data.counts, leaves: 0, lateScans: 0 } }, today)
    expect(none.filter(({ topic }) => ['attendance', 'consent'].includes(topic)).map((row) => row.value)).toEqual([
      '没有请过假',
      '11 月 1 日同意',
    ])
    expect(value('consent')).toBe('11 月 3 日同意，11 月 2 日撤回')
  })

  it('says when which statement was agreed to, or that nobody knows', () => {
    expect(consentWords(data, today)).toBe('您在 11 月 1 日同意了 2026-11-22 版个人信息说明。')
    expect(consentWords({ binding: { boundAt: 0, consent: null, replaced: false } }, today)).toContain('还没有')
  })

  it('an older statement is asked for again, and an unknown one', () => {
    expect(isConsentOld({ consent: { version: '2020-01-01', at: 0 } })).toBe(true)
    expect(isConsentOld({ consent: { version: CONSENT_VERSION, at: 0 } })).toBe(false)
    expect(isConsentOld({ consent: null })).toBe(true)
  })

  it('says what would be lost with what waits', () => {
    expect(waitingLoss(0)).toBeNull()
    expect(waitingLoss(2)).toContain('2 件')
  })
})

describe('a letter that is begun', () => {
  it('is what the page was opened with', () => {
    expect(firstDraft(null, { kind: 'correction', text: '这条不对：' })).toEqual({
      kind: 'correction',
      text: '这条不对：',
    })
    expect(firstDraft(null, { kind: 'nonsense' })).toEqual({ kind: 'suggestion', text: '' })
  })

  it('never throws away what is being written', () => {
    const kept = { kind: 'suggestion' as const, text: '写到一半' }
    expect(firstDraft(kept, {})).toEqual(kept)
    expect(firstDraft(kept, { kind: 'correction', text: '这条不对：' })).toEqual({
      kind: 'correction',
      text: '这条不对：\n写到一半',
    })
    // opened again from the same entry
    const again = { kind: 'correction' as const, text: '这条不对：其实是十号' }
    expect(firstDraft(again, { kind: 'correction', text: '这条不对：' })).toEqual(again)
  })

  it('keeps the key with which it is being sent, so that it is one letter', () => {
    const sent = { kind: 'complaint' as const, text: '没有开会', key: 'key-number-1' }
    expect(firstDraft(sent, {})).toEqual(sent)
  })

  it('needs five characters that are not spaces, and more than what it began with', () => {
    expect(isLongEnough('主题党日这条记录不对：')).toBe(false)
    expect([isLongEnough(' 四个字 '), isLongEnough('五个字符了')]).toEqual([false, true])
  })
})

describe('sending a letter', () => {
  const sent = { kind: 'complaint' as const, text: '没有开会', key: 'key-number-1' }
  it('empties the box, unless something else has been written there meanwhile', () => {
    expect(afterSending(sent, sent)).toEqual({ kind: 'complaint', text: '' })
    const more = { kind: 'complaint' as const, text: '没有开会，也没有通知' }
    expect(afterSending(more, sent)).toEqual(more)
    expect(afterSending({ ...sent, kind: 'suggestion' }, sent).text).toBe('没有开会')
  })

  it('that is refused leaves the text, to be sent as another letter', () => {
    expect(afterRefusal(sent)).toEqual({ kind: 'complaint', text: '没有开会' })
  })
})

describe('the mailbox', () => {
  const row = (id: string, more: Partial<MailRow> = {}): MailRow => ({
    id,
    kind: 'complaint',
    text: '没有开会',
    sentAt: 0,
    toOrgNames: ['示例镇党委', '示例县'],
    reply: null,
    from: null,
    fromOrgName: '示例支部',
    unchecked: false,
    ...more,
  })
  it('says who else has the letter', () => {
    expect(alsoWords(row('a'), '示例县')).toBe('示例镇党委也收到了这封信，其中一家答复就行。')
    expect(alsoWords(row('a', { toOrgNames: ['示例支部'] }), '示例支部')).toBeNull()
  })
  it('joins pages, each letter once, as the newer answer says', () => {
    const answered = row('b', { reply: { text: '办了', at: 1, orgName: '示例县' } })
    const joined = joinMail(
      { orgName: '示例县', open: 2, rows: [row('a'), row('b')], next: null },
      { orgName: '示例县', open: 1, rows: [answered], next: null },
    )
    expect([joined.rows.map(({ id }) => id), joined.rows[1], joined.open]).toEqual([['a', 'b'], answered, 1])
  })
})

describe('the members', () => {
  const member = (id: string, more: Partial<Member> = {}): Member => ({
    id,
    name: `测试${id}`,
    orgName: '示例支部',
    mobile: false,
    full: true,
    bound: false,
    reboundAt: null,
    phoneKnown: false,
    mayInvite: true,
    mayKeepMobile: true,
    ...more,
  })

  it('say how each can come in', () => {
    expect(wayIn(member('a', { bound: true }))).toBe('已绑定微信')
    const rebound = member('a', { bound: true, reboundAt: Date.parse('2026-11-05T10:00:00+08:00') })
    expect(wayIn(rebound)).toContain('换过')
    expect(reboundWords(rebound, Date.parse('2026-11-22T10:00:00+08:00'))).toMatch(/^11 月 5 日.*换过微信/)
    expect(reboundWords(member('a'), 0)).toBeNull()
    expect(wayIn(member('a', { phoneKnown: true }))).toContain('等本人')
    expect(wayIn(member('a'))).toContain('可以发邀请码')
    expect(unboundWords([member('a'), member('b', { bound: true })], false)).toBe('2 名党员，1 人还没有绑定微信')
    expect(unboundWords([member('b', { bound: true })], false)).toBeNull()
  })

  it('stand under their branches, each once however often a page comes', () => {
    const first = { orgName: '示例县', rows: [member('a'), member('b')], next: 2 }
    const joined = joinMembers(first, {
      orgName: '示例县',
      rows: [member('b', { bound: true }), member('c', { orgName: '另一支部' })],
      next: null,
    })
    expect(byBranch(joined.rows).map(({ orgName, rows }) => [orgName, rows.map(({ id }) => id)])).toEqual([
      ['示例支部', ['a', 'b']],
      ['另一支部', ['c']],
    ])
    expect(joined.rows[1]?.bound).toBe(true)
  })
})

it('a complaint names the branch and nobody', () => {
  const row = { fromOrgName: '示例支部', from: null } as MailRow
  expect(fromWords(row)).toBe('示例支部的一名党员')
  expect(fromWords({ ...row, from: '测试甲' })).toBe('测试甲（示例支部）')
})

it('offices in one organisation are one desk, with what they allow together', () => {
  const other = { id: 'county', name: '示例县', kind: 'county' as const }
  const desks = desksOf([
    { role: 'inspector', org: other },
    { role: 'secretary', org },
    { role: 'member', org },
    { role: 'administrator', org },
  ])
  const titles = desks.map(({ org: { id }, groups }) => [
    id,
    groups.map(({ tools }) => tools.map(({ title }) => title)),
  ])
  expect(titles).toEqual([
    ['county', [['参与统计', '督导报告', '台账', '导出记录']]],
    [
      org.id,
      [
        ['主持主题党日', '安排主题党日', '组织答题', '发布微党课'],
        ['参与统计', '督导报告', '台账', '导出记录'],
        ['党员名册', '看心得', '建议和投诉'],
      ],
    ],
  ])
  // whoever oversees comes for the figures first
  expect(desksOf([{ role: 'organiser', org: other }])[0]?.groups.map(({ title }) => title)).toEqual([
    '看数字',
    '办事情',
    '党员',
  ])
  // each leads to its own organisation
  expect(desks[0]?.groups[0]?.tools[0]?.target).toEqual({ page: 'figures', orgId: 'county' })
  expect(desksOf([{ role: 'member', org }])).toEqual([])
})
