import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOutbox, type OutboxParts } from '@/services/outbox/create-outbox'
import type { ParcelKind } from '@/services/outbox/outbox.shared'
import { CallError } from '@/services/transport/call-error'
import { Killed, memoryKv } from '../support/memory-kv'

/** A phone whose app can be killed between any two changes of its storage, and a server that remembers what it got. */
function world() {
  const memory = memoryKv()
  const server = { offline: false, got: [] as string[] }
  const start = () => {
    const parts: OutboxParts = {
      kv: memory.kv,
      knows: () => true,
      async send(parcel, input) {
        if (server.offline) throw CallError.offline()
        server.got.push(`${parcel.key}=${String(input)}`)
        return {}
      },
      settled: () => {},
      refused: () => true,
      isFleeting: () => false,
      isCutOff: () => false,
      badNews: () => null,
      now: () => 0,
      random: () => 0,
      later: () => () => {},
    }
    return createOutbox(parts)
  }
  return { memory, server, start }
}

const put = (key: string, value: number) => ({ key, value })
const puts = fc.array(
  fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(99)).map(([key, value]) => put(key, value)),
  {
    minLength: 1,
    maxLength: 8,
  },
)

describe('an app that is killed between two changes of its storage', () => {
  it('law: what was put is sent once the app is open again, the latest of each thing last, wherever it was killed', async () => {
    await fc.assert(
      fc.asyncProperty(puts, fc.nat(40), fc.boolean(), async (things, killAfter, offline) => {
        const { memory, server, start } = world()
        server.offline = offline
        const done: typeof things = []
        let half: (typeof things)[number] | null = null
        memory.state.killAfter = killAfter
        try {
          const outbox = start()
          for (const thing of things) {
            half = thing
            const delivery = outbox.put({ kind: 'checkIn' as ParcelKind, key: thing.key, title: '' }, thing.value)
            // By the time `put` has given its promise, the parcel is in storage, or the app was killed.
            const wasKilled = memory.state.killAfter <= 0
            await delivery
            if (!wasKilled) done.push(thing)
            half = null
          }
        } catch (thrown) {
          if (!(thrown instanceof Killed)) throw thrown
        }

        memory.state.killAfter = Number.POSITIVE_INFINITY
        server.offline = false
        const reopened = start()
        await reopened.flush(true)
        expect(reopened.read().parcels).toEqual([])
        for (const key of ['a', 'b', 'c']) {
          const mine = done.filter((thing) => thing.key === key)
          const last = mine[mine.length - 1]
          if (!last) continue
          const got = server.got.filter((text) => text.startsWith(`${key}=`))
          const allowed = [`${key}=${last.value}`]
          // The one during which the app was killed may have got through or not.
          if (half?.key === key) allowed.push(`${key}=${half.value}`)
          expect(allowed).toContain(got[got.length - 1])
        }
        // Nothing is left behind: no body without a name.
        expect(memory.kv.keys().filter((key) => key.startsWith('outbox-parcel:'))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })
})

describe('a name whose parcel was acknowledged before the app was killed', () => {
  it('is passed over, and holds up nothing', async () => {
    const { memory, server, start } = world()
    server.offline = true
    const outbox = start()
    await outbox.put({ kind: 'checkIn', key: 'a', title: '' }, 1)
    await outbox.put({ kind: 'checkIn', key: 'b', title: '' }, 2)
    const [first] = outbox.read().parcels
    memory.kv.drop(`outbox-parcel:${first?.id}`)
    server.offline = false
    await outbox.flush(true)
    expect(server.got).toEqual(['b=2'])
    expect(outbox.read().parcels).toEqual([])
  })
})

describe('a full storage', () => {
  it('keeps what is there, sends what does not fit, and says that it is full', async () => {
    const { memory, server, start } = world()
    server.offline = true
    const outbox = start()
    await outbox.put({ kind: 'checkIn', key: 'a', title: '' }, 1)
    memory.state.full = true
    await outbox.put({ kind: 'checkIn', key: 'b', title: '' }, 2)
    await outbox.put({ kind: 'checkIn', key: 'a', title: '' }, 3)
    expect(outbox.read()).toMatchObject({ full: true, parcels: [{ key: 'b' }, { key: 'a' }] })
    expect(start().read()).toMatchObject({ parcels: [{ key: 'a' }] })

    server.offline = false
    await outbox.flush(true)
    expect(server.got).toEqual(['b=2', 'a=3'])
    memory.state.full = false
    const reopened = start()
    await reopened.flush(true)
    expect(reopened.read()).toEqual({ parcels: [], refusals: [] })
    expect(server.got).toEqual(['b=2', 'a=3'])
  })

  it('moves what was held in memory into storage as soon as there is room', async () => {
    const { memory, server, start } = world()
    server.offline = true
    const outbox = start()
    await outbox.put({ kind: 'checkIn', key: 'a', title: '' }, 1)
    memory.state.full = true
    await outbox.put({ kind: 'keepNote', key: 'b', title: '' }, 2)
    memory.state.full = false
    server.offline = false
    await outbox.flush(true)
    expect(outbox.read()).toEqual({ parcels: [], refusals: [] })
    expect(server.got).toEqual(['a=1', 'b=2'])
  })
})

describe('what an earlier version stored', () => {
  it('is taken over with its order, its refusals, and what it says', async () => {
    const { memory, server, start } = world()
    const old = { kind: 'submitPaper', title: '答题', tries: 3, notBefore: 9, storedAt: 1 }
    memory.kv.write('outbox', {
      parcels: [
        { ...old, id: 'x@1', key: 'x', input: 'first' },
        { ...old, id: 'y@2', key: 'y', input: 'second', storedAt: 2 },
      ],
      refusals: [{ id: 'z@0', key: 'z', kind: 'checkIn', title: '活动', code: 'CODE_WRONG', message: '码不对' }],
    })
    const outbox = start()
    expect(outbox.read().refusals).toHaveLength(1)
    await outbox.flush(true)
    expect(server.got).toEqual(['x=first', 'y=second'])
    expect(memory.kv.keys()).toEqual(['outbox-index'])
  })

  it('law: whatever lies in its place, the outbox opens, takes something new and sends it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (index, body) => {
        const { memory, server, start } = world()
        memory.kv.write('outbox-index', index)
        memory.kv.write('outbox-parcel:odd', body)
        memory.kv.write('outbox', body)
        const outbox = start()
        await outbox.put({ kind: 'checkIn', key: 'new', title: '' }, 1)
        expect(server.got).toContain('new=1')
      }),
    )
  })
})
