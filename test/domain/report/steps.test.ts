import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportState } from '@/contracts/report'
import { type Doer, hindranceOf, type Standing, stepsFor } from '@/domain/report'

const standing = (state: ReportState, extra: Partial<Standing> = {}): Standing => ({
  state,
  writers: ['writer'],
  reviewer: null,
  latest: true,
  ...extra,
})
const doer = (personId: string, mayReview = true, mayWrite = true): Doer => ({ personId, mayWrite, mayReview })

describe('who may do what next', () => {
  it.each([
    ['draft', 'writer', ['edit', 'refresh', 'submit']],
    ['draft', 'other', ['edit', 'refresh', 'submit']],
    ['submitted', 'writer', ['recall']],
    ['submitted', 'other', ['accept', 'return']],
    ['issued', 'writer', ['renew']],
  ] as const)('%s, %s', (state, person, steps) => {
    expect(stepsFor(standing(state), doer(person))).toEqual(steps)
  })

  it('whoever reviewed may take that back and not issue; a third person issues', () => {
    const reviewed = standing('reviewed', { reviewer: 'second' })
    expect(stepsFor(reviewed, doer('second'))).toEqual(['return'])
    expect(stepsFor(reviewed, doer('third'))).toEqual(['return', 'issue'])
    expect(stepsFor(reviewed, doer('writer'))).toEqual([])
    expect(hindranceOf('issue', reviewed, doer('second'))).toBe('ownReview')
    expect(hindranceOf('issue', reviewed, doer('writer'))).toBe('ownWork')
  })

  it('an inspector does nothing, a secretary does not review', () => {
    const states = ['draft', 'submitted', 'reviewed', 'issued'] as const
    for (const state of states) expect(stepsFor(standing(state), doer('eye', false, false))).toEqual([])
    expect(stepsFor(standing('submitted'), doer('other', false))).toEqual([])
    expect(hindranceOf('accept', standing('submitted'), doer('other', false))).toBe('noRight')
  })

  it('an older version is not renewed', () => {
    expect(stepsFor(standing('issued', { latest: false }), doer('writer'))).toEqual([])
  })

  it('three different people stand behind whatever is issued', () => {
    const people = ['a', 'b', 'c', 'd']
    const steps = ['edit', 'submit', 'recall', 'accept', 'return', 'issue'] as const
    const moves = fc.array(fc.tuple(fc.constantFrom(...steps), fc.constantFrom(...people)), { maxLength: 40 })
    fc.assert(
      fc.property(moves, (list) => {
        let now = standing('draft', { writers: ['a'] })
        for (const [step, person] of list) {
          if (hindranceOf(step, now, doer(person)) !== null) continue
          const writers = step === 'edit' || step === 'submit' ? [...new Set([...now.writers, person])] : now.writers
          const state = (
            {
              edit: 'draft',
              submit: 'submitted',
              recall: 'draft',
              accept: 'reviewed',
              return: 'draft',
              issue: 'issued',
            } as const
          )[step]
          if (step === 'issue') {
            expect(now.reviewer).not.toBeNull()
            expect([...now.writers, now.reviewer]).not.toContain(person)
            expect(now.writers).not.toContain(now.reviewer)
          }
          now = {
            ...now,
            state,
            writers,
            reviewer: step === 'accept' ? person : step === 'issue' ? now.reviewer : null,
          }
        }
      }),
    )
  })
})
