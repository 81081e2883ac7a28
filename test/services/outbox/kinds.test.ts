import { describe, expect, it } from 'vitest'
import { keyOf, kindOf, kinds } from '@/services/outbox/kinds'

const token = `day-1.12345.${'a'.repeat(20)}`

describe('what may wait in the outbox', () => {
  it('has one key for each thing that is done, so that doing it again takes the place of the one that waits', () => {
    expect(keyOf('submitPaper', { attemptId: 'quiz.p1.1', answers: [] })).toBe('submitPaper:quiz.p1.1')
    expect(keyOf('checkIn', { token })).toBe('checkIn:day-1')
    expect(keyOf('checkIn', { themeDayId: 'day-1', code: '123456' })).toBe('checkIn:day-1')
  })

  it('lets opposites take each other’s place: the last word is the one that is sent', () => {
    const leave = keyOf('askLeave', { themeDayId: 'day-1', reason: 'work', note: '' })
    expect(keyOf('withdrawLeave', { themeDayId: 'day-1' })).toBe(leave)
    const proxy = keyOf('recordProxy', { themeDayId: 'day-1', personId: 'p1', reason: 'frail', note: '' })
    expect(keyOf('recordAbsence', { themeDayId: 'day-1', personId: 'p1', leave: null })).toBe(proxy)
  })

  it('sends a reflection after the check-in that it is about', () => {
    const after = kindOf('submitReflection')?.after?.({ about: { kind: 'themeday', id: 'day-1' }, text: '' })
    expect(after).toContain(keyOf('checkIn', { token }))
    expect(after).toContain(keyOf('checkInRemotely', { themeDayId: 'day-1', text: '' }))
  })

  it('knows every kind by the name of its action, and no other', () => {
    for (const [name, { contract }] of Object.entries(kinds)) expect(contract.name).toBe(name)
    expect(kindOf('ofAnotherVersion')).toBeUndefined()
  })
})
