import { expect } from 'vitest'
import type { SupportRow } from './rows'

const area = 'transactions'
const started = `const tx = await db.startTransaction(); const inside = tx.collection('plain'); const outside = db.collection('plain');`
const two = [
  { _id: 'a', n: 1 },
  { _id: 'b', n: 2 },
]

export const rows: SupportRow[] = [
  {
    area,
    name: 'startTransaction()',
    state: 'supported',
    note: 'reads see the moment at which it began; aborted after 30 s; 256 at once, 16 MB of writes each',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `${started}
        const before = (await inside.doc('a').get()).data.n
        await outside.doc('a').update({ data: { n: 7 } })
        const still = (await inside.doc('a').get()).data.n
        await tx.commit()
        return [before, still, (await outside.doc('a').get()).data.n]`
      expect(await cloud.value(code)).toEqual([1, 1, 7])
    },
  },
  {
    area,
    name: 'commit()',
    state: 'supported',
    note: 'all or nothing, on disk when it answers; a second one, or an operation after it, fails',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `${started}
        await inside.doc('a').update({ data: { n: _.inc(10) } })
        await inside.doc('b').remove()
        await inside.add({ data: { _id: 'c', n: 3 } })
        await inside.doc('d').set({ data: { n: 4 } })
        const hidden = (await outside.orderBy('_id', 'asc').get()).data
        await tx.commit()
        return { hidden, shown: (await outside.orderBy('_id', 'asc').get()).data }`
      expect(await cloud.value(code)).toEqual({
        hidden: two,
        shown: [
          { _id: 'a', n: 11 },
          { _id: 'c', n: 3 },
          { _id: 'd', n: 4 },
        ],
      })
      const twice = await cloud.failure(`${started} await tx.commit(); await tx.commit()`)
      expect(twice.errMsg).toContain('TransactionNotExist')
      const after = await cloud.failure(`${started} await tx.commit(); await inside.doc('a').get()`)
      expect(after).toMatchObject({
        errCode: -502001,
        errMsg: expect.stringContaining('TransactionNotExist') as string,
      })
    },
  },
  {
    area,
    name: 'rollback()',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `${started}
        await inside.doc('a').remove()
        await tx.rollback()
        return (await outside.get()).data`
      expect(await cloud.value(code)).toEqual(two)
      const after = await cloud.failure(`${started} await tx.rollback(); await inside.doc('a').remove()`)
      expect(after.errMsg).toContain('TransactionNotExist')
    },
  },
  {
    area,
    name: 'runTransaction()',
    state: 'supported',
    note: 'commits what the function returns from, rolls back what it throws from; a rollback rejects with its reason',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `
        const result = await db.runTransaction(async (tx) => {
          const { n } = (await tx.collection('plain').doc('a').get()).data
          await tx.collection('plain').doc('a').update({ data: { n: n + 1 } })
          return n
        })
        const thrown = await db.runTransaction(async (tx) => {
          await tx.collection('plain').doc('b').remove()
          throw new Error('no')
        }).catch((error) => error.message)
        const reason = await db.runTransaction(async (tx) => {
          await tx.collection('plain').doc('b').remove()
          await tx.rollback('enough')
        }).catch((error) => error)
        return [result, thrown, reason, (await db.collection('plain').get()).data]`
      expect(await cloud.value(code)).toEqual([
        1,
        'no',
        'enough',
        [
          { _id: 'a', n: 2 },
          { _id: 'b', n: 2 },
        ],
      ])
    },
  },
  {
    area,
    name: 'doc().get, .set, .update, .remove and add() inside',
    state: 'supported',
    note: 'see what the transaction itself wrote; unique indexes and undeclared collections fail as outside',
    async prove(cloud) {
      await cloud.put('things', [{ _id: 'a', code: 1 }])
      const open = `const tx = await db.startTransaction(); const inside = tx.collection('things');`
      const code = `${open}
        await inside.doc('a').update({ data: { n: 1 } })
        await inside.doc('a').update({ data: { n: _.inc(1) } })
        await inside.doc('b').set({ data: { code: 2 } })
        await inside.doc('b').remove()
        const { _id } = await inside.add({ data: { code: 2 } })
        const seen = [(await inside.doc('a').get()).data, (await inside.doc(_id).get()).data.code]
        await tx.commit()
        return seen`
      expect(await cloud.value(code)).toEqual([{ _id: 'a', code: 1, n: 2 }, 2])
      const taken = await cloud.failure(`${open} await inside.add({ data: { code: 1 } })`)
      expect(taken).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') as string })
      const undeclared = `const tx = await db.startTransaction(); await tx.collection('nope').doc('a').get()`
      expect(await cloud.failure(undeclared)).toMatchObject({ errCode: -502005 })
    },
  },
  {
    area,
    name: 'where().get inside',
    state: 'supported',
    note: 'reads the snapshot and its own writes; the platform documents doc() only',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `${started}
        await inside.add({ data: { _id: 'c', n: 3 } })
        await outside.add({ data: { _id: 'd', n: 4 } })
        const found = (await inside.where({ n: _.gt(1) }).get()).data.map((d) => d._id)
        await tx.rollback()
        return found`
      expect(await cloud.value(code)).toEqual(['b', 'c'])
    },
  },
  {
    area,
    name: 'where().update, where().remove, count and aggregate inside',
    state: 'supported',
    note: 'run OUTSIDE, as on the platform: the SDK sends them without the transaction. A write to what the transaction itself holds waits 10 s for it and fails (-501002)',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `${started}
        await inside.doc('c').set({ data: { n: 3 } })
        const counted = (await inside.count()).total
        const summed = (await inside.aggregate().group({ _id: null, n: $.sum('$n') }).end()).list[0].n
        await inside.where({ n: 1 }).update({ data: { n: 100 } })
        await inside.where({ n: 2 }).remove()
        await tx.rollback()
        return { counted, summed, left: (await outside.get()).data }`
      expect(await cloud.value(code)).toEqual({ counted: 2, summed: 3, left: [{ _id: 'a', n: 100 }] })
    },
  },
  {
    area,
    name: 'a conflict on an operation',
    state: 'supported',
    note: 'the first writer wins; the other gets -501001 on the operation, is aborted, and runTransaction does not try again',
    async prove(cloud) {
      await cloud.put('plain', two)
      const code = `let runs = 0
        const error = await db.runTransaction(async (tx) => {
          runs++
          await tx.collection('plain').doc('a').get()
          await db.collection('plain').doc('a').update({ data: { n: 5 } })
          await tx.collection('plain').doc('a').update({ data: { n: 6 } })
        }).catch((failure) => failure)
        return [runs, error.errCode, error.errMsg, (await db.collection('plain').doc('a').get()).data.n]`
      expect(await cloud.value(code)).toEqual([1, -501001, expect.stringContaining('TransactionConflict') as string, 5])
    },
  },
]
