import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareUpdate } from '../../../local-cloud/query/update/update'
import type { Document } from '../../../local-cloud/store/document'

const apply = (document: object, update: Record<string, unknown>) => {
  const { _id, ...rest } = prepareUpdate(update)({ _id: 'x', ...document } as Document)
  expect(_id).toBe('x')
  return rest
}

describe('an update', () => {
  it.each<[name: string, before: object, update: Record<string, unknown>, after: object]>([
    ['$set makes what is missing on the way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['$set of an element', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    ['$set beyond the end fills with nulls', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    ['$set of a whole object replaces it', { a: { x: 1, y: 2 } }, { $set: { a: { z: 3 } } }, { a: { z: 3 } }],
    ['$unset removes', { a: 1, b: 2 }, { $unset: { a: '', none: '', 'b.c': '' } }, { b: 2 }],
    ['$unset leaves a null in an array', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
    ['$inc of a missing field', {}, { $inc: { n: 4 } }, { n: 4 }],
    ['$inc', { n: 3, o: { q: 1 } }, { $inc: { n: -5, 'o.q': 0.5 } }, { n: -2, o: { q: 1.5 } }],
    ['$mul of a missing field is 0', { n: 3 }, { $mul: { n: 4, m: 2 } }, { n: 12, m: 0 }],
    ['$min and $max keep the extreme', { a: 5, b: 5 }, { $min: { a: 3 }, $max: { b: 3 } }, { a: 3, b: 5 }],
    ['$min and $max of a missing field set it', {}, { $min: { a: 3 }, $max: { b: 4 } }, { a: 3, b: 4 }],
    ['$max compares across types in BSON order', { a: 5 }, { $max: { a: 'x' } }, { a: 'x' }],
    ['$rename', { a: 1, c: 3 }, { $rename: { a: 'b.d', none: 'e' } }, { c: 3, b: { d: 1 } }],
    ['$push to a missing field', {}, { $push: { a: 1 } }, { a: [1] }],
    ['$push of a list as one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    ['$push $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['$push $position', { a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 0 } } }, { a: [8, 9, 1, 2] }],
    ['$push $position from the end', { a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    ['$push $slice', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: 3 } } }, { a: [1, 2, 3] }],
    ['$push $slice from the end', { a: [1, 2] }, { $push: { a: { $each: [3, 4], $slice: -3 } } }, { a: [2, 3, 4] }],
    ['$push $sort', { a: [5, 1] }, { $push: { a: { $each: [3], $sort: -1 } } }, { a: [5, 3, 1] }],
    [
      '$push $sort by field, then $slice',
      { a: [{ n: 5 }, { n: 1 }] },
      { $push: { a: { $each: [{ n: 3 }], $sort: { n: 1 }, $slice: 2 } } },
      { a: [{ n: 1 }, { n: 3 }] },
    ],
    [
      '$pop',
      { a: [1, 2, 3], b: [1, 2], c: [] },
      { $pop: { a: 1, b: -1, c: 1, none: 1 } },
      { a: [1, 2], b: [2], c: [] },
    ],
    ['$addToSet', { a: [1] }, { $addToSet: { a: 1, b: { x: 1 } } }, { a: [1], b: [{ x: 1 }] }],
    ['$addToSet $each keeps no duplicates', {}, { $addToSet: { a: { $each: [1, 1, 2] } } }, { a: [1, 2] }],
    // The SDK sends _.addToSet({ each }) untranslated, and the platform adds it as it is.
    ['$addToSet of an untranslated each', {}, { $addToSet: { a: { each: [1] } } }, { a: [{ each: [1] }] }],
    ['$pull of a value', { a: [1, 2, 1, '1'] }, { $pull: { a: 1, none: 1 } }, { a: [2, '1'] }],
    ['$pull by operators', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['$pull by a document', { a: [{ k: 1, v: 2 }, { k: 2 }, 7] }, { $pull: { a: { k: 1 } } }, { a: [{ k: 2 }, 7] }],
    ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ])('%s', (_name, before, update, after) => {
    expect(apply(before, update)).toEqual(after)
  })

  it.each<[name: string, before: object, update: Record<string, unknown>, message: RegExp]>([
    ['$inc of a string', { n: '1' }, { $inc: { n: 1 } }, /non-numeric type string/],
    ['$inc of null', { n: null }, { $inc: { n: 1 } }, /non-numeric type null/],
    ['$mul of null', { n: null }, { $mul: { n: 2 } }, /non-numeric type null/],
    ['$inc by a string', { n: 1 }, { $inc: { n: '1' } }, /non-numeric argument/],
    ['$push to a scalar', { a: 1 }, { $push: { a: 1 } }, /must be an array but is of type int/],
    ['$push to null', { a: null }, { $push: { a: 1 } }, /must be an array but is of type null/],
    ['$addToSet to a scalar', { a: 'x' }, { $addToSet: { a: 1 } }, /must be an array/],
    ['$pull from a scalar', { a: 1 }, { $pull: { a: 1 } }, /non-array value/],
    ['$pullAll from a scalar', { a: 1 }, { $pullAll: { a: [1] } }, /non-array value/],
    ['a path of 201 parts', {}, { $set: { [Array(201).fill('a').join('.')]: 1 } }, /Field path is too long/],
    ['$pop from a scalar', { a: 1 }, { $pop: { a: 1 } }, /non-array type 'int'/],
    ['$pop of 2', { a: [1] }, { $pop: { a: 2 } }, /1 or -1/],
    ['$set below a scalar', { a: 1 }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
    ['$set below null', { a: null }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
    ['$set of a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }, /Cannot create field 'b' in element/],
    ['$set of the id', {}, { $set: { _id: 'y' } }, /immutable field '_id'/],
    ['$set of a name with a dollar', {}, { $set: { a: { $x: 1 } } }, /not allowed/],
    ['two changes of one field', {}, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
    ['a change within a changed field', {}, { $set: { a: {}, 'a.b': 1 } }, /conflict at 'a'/],
    ['an unknown operator', {}, { $bit: { a: { and: 1 } } }, /does not support the update operator \$bit/],
    ['$currentDate', {}, { $currentDate: { a: true } }, /does not support the update operator \$currentDate/],
    ['a field beside operators', {}, { $set: { a: 1 }, b: 2 }, /operators only/],
    ['an unknown modifier', { a: [] }, { $push: { a: { $each: [], $shuffle: 1 } } }, /modifier \$shuffle/],
    ['a positional path', { a: [1] }, { $set: { 'a.$': 1 } }, /positional path/],
    ['an empty update', {}, {}, /empty/],
    ['$rename onto the id', { a: 1 }, { $rename: { a: '_id' } }, /immutable field '_id'/],
  ])('refuses %s', (_name, before, update, message) => {
    const document = { _id: 'x', ...before } as Document
    const kept = structuredClone(document)
    expect(() => prepareUpdate(update)(document)).toThrow(message)
    expect(document).toEqual(kept)
  })

  it('never changes the document or the operand that it was given', () => {
    const value = fc.oneof(fc.integer(), fc.array(fc.integer()), fc.dictionary(fc.constantFrom('p', 'q'), fc.integer()))
    fc.assert(
      fc.property(fc.record({ a: value, b: fc.array(fc.integer()) }), value, (fields, operand) => {
        const document = { _id: 'x', ...fields } as Document
        const update = { $set: { a: operand }, $push: { b: 1 } }
        const [before, given] = [structuredClone(document), structuredClone(update)]
        const next = prepareUpdate(update)(document) as unknown as { a: unknown; b: number[] }
        next.b.push(99)
        expect(document).toEqual(before)
        expect(update).toEqual(given)
      }),
    )
  })
})
