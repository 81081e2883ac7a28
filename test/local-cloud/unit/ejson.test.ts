import { describe, expect, it } from 'vitest'
import { readEjson, writeEjson } from '../../../local-cloud/query/ejson'

const read = (text: string) => readEjson(text, 1000, 'data')

describe('EJSON of the SDK', () => {
  it.each<[string, unknown]>([
    ['{"$numberInt":"5"}', 5],
    ['{"$numberDouble":"-0.0"}', -0],
    ['{"$numberDouble":"NaN"}', Number.NaN],
    ['{"$numberDouble":"-Infinity"}', Number.NEGATIVE_INFINITY],
    ['{"$numberLong":"3000000000"}', 3e9],
    // What the SDK makes of 2^62: rounded digits.
    ['{"$numberLong":"4611686018427388000"}', 2 ** 62],
    ['{"$date":{"$numberLong":"-1"}}', new Date(-1)],
    ['{"$date":"2026-01-01T00:00:00Z"}', new Date(Date.UTC(2026, 0, 1))],
    ['{"$regularExpression":{"pattern":"^a","options":"im"}}', /^a/im],
    ['{"$tcb_server_date":{"offset":{"$numberInt":"-10"}}}', new Date(990)],
    // A mark counts only where it is all there is; $regex stays an operator, and keeps its neighbours.
    ['{"$date":1,"x":2}', { $date: 1, x: 2 }],
    ['{"$regex":"a","$ne":"ab"}', { $regex: 'a', $ne: 'ab' }],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value)
  })

  it.each<[string, RegExp]>([
    ['{"a":', /not valid EJSON/],
    ['{"$numberInt":""}', /not valid EJSON/],
    ['{"$numberInt":null}', /not valid EJSON/],
    ['{"$numberLong":"9223372036854775808"}', /not valid EJSON/],
    ['{"$numberLong":"9007199254740993"}', /cannot hold exactly/],
    ['{"$oid":"xyz"}', /not valid EJSON/],
    ['{"$date":"soon"}', /not valid EJSON/],
    ['{"$numberDecimal":"1"}', /BSON type Decimal128/],
    ['{"a":{"__proto__":1}}', /__proto__/],
    ['{"$regularExpression":{"pattern":"(","options":""}}', /Regular expression is invalid/],
    [`${'['.repeat(200)}${']'.repeat(200)}`, /nested/],
  ])('refuses %s', (text, message) => {
    expect(() => read(text)).toThrow(message)
  })

  it('comes back as it went', () => {
    const document = { _id: 'a', f: 0.5, n: 3, l: 2 ** 40, d: new Date(5), z: null, deep: [{ x: [true] }] }
    expect(read(writeEjson(document))).toEqual(document)
  })
})
