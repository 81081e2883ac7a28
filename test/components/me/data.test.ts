import { describe, expect, it } from 'vitest'
import { isConsentOld } from '@/components/words/consent.shared'
import { CONSENT_VERSION } from '@/contracts/identity'
import { consentWords, keptOf, type MyData, waitingLoss } from '../../../src/mine/pages/data/data.shared'
import { firstDraft, isLongEnough } from '../../../src/mine/pages/letters/letters.shared'
import { fromWords, type MailRow } from '../../../src/organiser/pages/mailbox/mailbox.shared'
import {
  byBranch,
  joinMembers,
  type Member,
  unboundWords,
  wayIn,
} from '../../../src/organiser/pages/members/members.shared'
import { deskEntries } from '../../../src/pages/me/me.shared'

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
  },
  phoneKnown: true,
  counts: { participations: 12, attempts: 3, notes: 2, reflections: 1, reviews: 40, letters: 0, messages: 2 },
}

describe('my data', () => {
  it('names all that is stored, with why and who sees it', () => {
    const kept = keptOf(data, today)
    expect(kept.map(({ what, value }) => [what, value])).toEqual([
      ['名册', '测试甲，1958 年出生，正式党员，流动党员'],
      ['所在组织', '示例县 › 示例支部（3 月 1 日起）'],
      ['参与记录', '12 条；答卷 3 份'],
      ['您写的和练的', '笔记 2 条，心得 1 篇，练习 40 题次'],
      ['来信', '0 封'],
      ['手机号', '存有一串读不出来的密文'],
      ['微信绑定', '11 月 1 日绑定；还可以给您发 2 次提醒'],
    ])
    expect(kept.every(({ why, who }) => why !== '' && who !== '')).toBe(true)
  })

  it('says when which statement was agreed to, or that nobody knows', () => {
    expect(consentWords(data, today)).toBe('您在 11 月 1 日同意了 2026-11-22 版个人信息说明。')
    expect(consentWords({ ...data, binding: { boundAt: 0, consent: null } }, today)).toContain('还没有')
  })

  it('an older statement is asked for again, and an unknown one', () => {
    expect(isConsentOld({ boundAt: 0, consent: { version: '2020-01-01', at: 0 } })).toBe(true)
    expect(isConsentOld({ boundAt: 0, consent: { version: CONSENT_VERSION, at: 0 } })).toBe(false)
    expect(isConsentOld({ boundAt: 0, consent: null })).toBe(true)
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

describe('the members', () => {
  const member = (id: string, more: Partial<Member> = {}): Member => ({
    id,
    name: `测试${id}`,
    orgName: '示例支部',
    mobile: false,
    full: true,
    bound: false,
    phoneKnown: false,
    mayInvite: true,
    mayKeepMobile: true,
    ...more,
  })

  it('say how each can come in', () => {
    expect(wayIn(member('a', { bound: true }))).toBe('已绑定微信')
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

it('offices in one organisation are one way into the work, with what they allow together', () => {
  const other = { id: 'county', name: '示例县', kind: 'county' as const }
  expect(
    deskEntries([
      { role: 'inspector', org: other },
      { role: 'secretary', org },
      { role: 'administrator', org },
    ]),
  ).toEqual([
    { org: other, themeDays: false, members: false, letters: false },
    { org, themeDays: true, members: true, letters: true },
  ])
})
