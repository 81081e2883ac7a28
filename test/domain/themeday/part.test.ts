import { describe, expect, it } from 'vitest'
import { attendanceState, type Leave, ownPart, standingLeave } from '@/domain/themeday'

const fact = (channel: 'self' | 'remote' | 'proxy' | 'import', withdrawn = false) => ({ channel, withdrawn })
const leave: Leave = { reason: 'illness', note: '', at: 5, by: 'self', recorder: null }
const scan = (state: 'waiting' | 'accepted' | 'declined') => ({ state })
const nothing = { fact: null, leave: null, lateScan: null }

describe('attendanceState', () => {
  it('is how someone came, whatever else was entered before or at once', () => {
    for (const lateScan of [null, scan('waiting'), scan('accepted'), scan('declined')]) {
      for (const asked of [null, leave]) {
        const known = { leave: asked, lateScan }
        expect(attendanceState({ ...known, fact: fact('self') })).toBe('onSite')
        expect(attendanceState({ ...known, fact: fact('import') })).toBe('onSite')
        expect(attendanceState({ ...known, fact: fact('remote') })).toBe('remote')
        expect(attendanceState({ ...known, fact: fact('proxy') })).toBe('proxy')
      }
    }
  })

  it('without a fact is a scan that waits, before leave; one that was declined says nothing', () => {
    expect(attendanceState({ ...nothing, leave, lateScan: scan('waiting') })).toBe('lateScan')
    expect(attendanceState({ ...nothing, leave, lateScan: scan('declined') })).toBe('leave')
    expect(attendanceState({ ...nothing, lateScan: scan('declined') })).toBe('absent')
    expect(attendanceState(nothing)).toBe('absent')
  })

  it('still waits when it was accepted and the fact is missing', () => {
    expect(attendanceState({ ...nothing, lateScan: scan('accepted') })).toBe('lateScan')
  })

  it('of someone whose record was taken back is absent, or on leave, and waits no more', () => {
    expect(attendanceState({ ...nothing, fact: fact('self', true), lateScan: scan('accepted') })).toBe('absent')
    expect(attendanceState({ ...nothing, fact: fact('proxy', true), leave })).toBe('leave')
  })

  it('of someone whose entry by proxy was taken back is what they did themselves', () => {
    expect(attendanceState({ ...nothing, fact: fact('proxy', true) })).toBe('absent')
    expect(attendanceState({ ...nothing, fact: fact('proxy', true), lateScan: scan('waiting') })).toBe('lateScan')
    expect(attendanceState({ ...nothing, fact: fact('proxy', true), lateScan: scan('declined') })).toBe('absent')
  })
})

describe('standingLeave', () => {
  it('is taken back by taking part, and is there again when that was a mistake', () => {
    expect(standingLeave({ fact: null, leave })).toBe(leave)
    expect(standingLeave({ fact: fact('self'), leave })).toBeNull()
    expect(standingLeave({ fact: fact('proxy', true), leave })).toBe(leave)
  })
})

describe('ownPart', () => {
  const own = { ...nothing, status: 'open' as const, expected: true, remoteOpen: false }

  it('is due until it is over, and absent afterwards only for who was expected', () => {
    expect(ownPart(own)).toBe('due')
    expect(ownPart({ ...own, status: 'planned' })).toBe('due')
    expect(ownPart({ ...own, status: 'closed' })).toBe('absent')
    expect(ownPart({ ...own, status: 'closed', expected: false })).toBe('none')
    expect(ownPart({ ...own, expected: false })).toBe('none')
  })

  it('stays due for a mobile member who may still take part from afar', () => {
    expect(ownPart({ ...own, status: 'closed', remoteOpen: true })).toBe('due')
  })

  it('is what was done or asked for, on the roster or not', () => {
    expect(ownPart({ ...own, status: 'closed', expected: false, fact: fact('self') })).toBe('in')
    expect(ownPart({ ...own, fact: fact('remote') })).toBe('remote')
    expect(ownPart({ ...own, fact: fact('proxy') })).toBe('proxy')
    expect(ownPart({ ...own, leave })).toBe('leave')
    expect(ownPart({ ...own, lateScan: scan('waiting') })).toBe('lateScan')
  })
})
