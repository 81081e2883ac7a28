import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { allContracts, nameOf } from '../support/contracts'
import { isFinitePattern, unbounded } from './bounds'

const contracts = await allContracts()

describe('what a client can send', () => {
  it.each(contracts.map((contract) => [nameOf(contract), contract] as const))(
    '%s is bounded everywhere',
    (_name, contract) => {
      expect(unbounded(contract.input)).toEqual([])
    },
  )

  it('is looked at through and through: each of these is found', () => {
    const text = v.pipe(v.string(), v.maxLength(5))
    const found = (schema: v.GenericSchema) => unbounded(v.strictObject({ x: schema }))
    expect(found(v.string())).toEqual(['input.x: text without a greatest length'])
    expect(found(v.pipe(v.string(), v.regex(/^[a-z]+$/)))).toHaveLength(1)
    expect(found(v.pipe(v.string(), v.regex(/[a-z]{1,5}/)))).toHaveLength(1)
    expect(found(v.pipe(v.string(), v.regex(/^[a-z*+]{1,5}$/)))).toEqual([])
    expect(found(v.pipe(v.number(), v.minValue(0)))).toEqual(['input.x: number without a range'])
    expect(found(v.array(text))).toEqual(['input.x: list without a greatest length'])
    expect(found(v.pipe(v.array(v.string()), v.maxLength(2)))).toEqual(['input.x[]: text without a greatest length'])
    expect(found(v.optional(v.nullable(v.string())))).toHaveLength(1)
    expect(found(v.union([text, v.string()]))).toEqual(['input.x|1: text without a greatest length'])
    expect(found(v.object({ y: text }))).toEqual(['input.x: object is not bounded'])
    expect(found(v.record(text, text))).toEqual(['input.x: record is not bounded'])
    expect(found(v.unknown())).toEqual(['input.x: unknown is not bounded'])
    expect(
      unbounded(
        v.pipe(
          v.strictObject({ x: v.string() }),
          v.check(() => true),
        ),
      ),
    ).toHaveLength(1)
  })

  it('is a whole text, not a part of one', () => {
    expect(isFinitePattern(/^[a-z]{1,5}$/)).toBe(true)
    expect(isFinitePattern(/^a\+b$/)).toBe(true)
    for (const pattern of [/^a{2,}$/, /^a*$/, /a$/, /^a/, /^a$/m]) expect(isFinitePattern(pattern)).toBe(false)
  })
})
