import { describe, expect, it } from 'vitest'
import { addressOf, leadsToBinding, nextAddress } from '@/components/page/not-bound.shared'
import { readInvitation } from '@/domain/people'
import { invitationTyped, isComplete, nextStepFor, phoneTyped } from '../../../src/pages/bind/bind.shared'

describe('an invitation code as it is typed', () => {
  it.each([
    ['7kq2', '7KQ2'],
    ['7kq2m', '7KQ2-M'],
    ['7KQ2-MX9A-0TVC', '7KQ2-MX9A-0TVC'],
    [' 7kq2 mx9a　otvc ', '7KQ2-MX9A-0TVC'],
    ['７ｋｑ２ｍｘ９ａ０ｔｖｃ', '7KQ2-MX9A-0TVC'],
    ['iil1-oO00-7kq2-extra', '1111-0000-7KQ2'],
    ['邀请码：7kq2', '7KQ2'],
    ['', ''],
  ])('%j is %j', (typed, shown) => {
    expect(invitationTyped(typed)).toBe(shown)
  })

  it('typed on or deleted from, it is again what it was', () => {
    const shown = invitationTyped('7kq2mx9a')
    expect(invitationTyped(`${shown}0`)).toBe('7KQ2-MX9A-0')
    expect(invitationTyped(shown.slice(0, -1))).toBe('7KQ2-MX9')
  })

  it('complete, it is what the server reads', () => {
    const shown = invitationTyped('7kq2 mx9a 0tvc')
    expect([isComplete(shown), isComplete('7KQ2-MX9A-0TV')]).toEqual([true, false])
    expect(readInvitation(shown)).toBe('7KQ2MX9A0TVC')
  })
})

describe('a refusal', () => {
  it('leads to the next step', () => {
    expect(nextStepFor('PHONE_UNKNOWN')).toBe('invitation')
    expect(nextStepFor('PERSON_BOUND')).toBe('invitation')
    expect(nextStepFor('CONSENT_NEEDED')).toBe('consent')
    expect(nextStepFor('INVITATION_EXPIRED')).toBe('retype')
    expect(nextStepFor('PHONE_CODE_EXPIRED')).toBe('again')
    expect(nextStepFor('OFFLINE')).toBe('again')
    expect(nextStepFor('TOO_MANY_TRIES')).toBe('none')
  })
})

it('a number is its digits', () => {
  expect(phoneTyped('190 0000-0001 9')).toBe('19000000001')
})

describe('where one was going', () => {
  it('is kept with its parameters, and nothing of the framework’s', () => {
    expect(addressOf('pages/checkin/index', { themeDayId: 'day-1', token: 'a.1.b%2Fc', $taroTimestamp: '5' })).toBe(
      '/pages/checkin/index?themeDayId=day-1&token=a.1.b%2Fc',
    )
    expect(addressOf('/mine/pages/data/index', {})).toBe('/mine/pages/data/index')
  })

  it('is gone back to when it is a page of the app, and never binding itself', () => {
    expect(nextAddress(encodeURIComponent('/pages/checkin/index?token=a.1.b'))).toBe('/pages/checkin/index?token=a.1.b')
    expect(nextAddress('/mine/pages/record/index')).toBe('/mine/pages/record/index')
    for (const bad of [
      undefined,
      '',
      '/pages/bind/index',
      'https://example.com/',
      '//example.com/pages/x/index',
      '%E0%A4%A',
    ])
      expect(nextAddress(bad)).toBeNull()
  })

  it('nobody is led away from pages that are for anyone', () => {
    expect(leadsToBinding('/pages/home/index')).toBe(true)
    expect(['/pages/bind/index?left=1', '/mine/pages/about/index', '/pages/persona/index'].map(leadsToBinding)).toEqual(
      [false, false, false],
    )
  })
})
