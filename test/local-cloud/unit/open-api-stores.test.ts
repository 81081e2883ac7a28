import { describe, expect, it } from 'vitest'
import { Consents } from '../../../local-cloud/openapi/consents'
import { Outbox } from '../../../local-cloud/openapi/outbox'
import type { Notes } from '../../../local-cloud/store/kept'

/** Notes in memory, as JSON, that reach their place a little later, as on a disk. */
const laterNotes = () => {
  const disk = new Map<string, string>()
  let written = 0
  const notes: Notes = {
    note: <T>(key: string) => {
      const text = disk.get(key)
      return text === undefined ? undefined : (JSON.parse(text) as T)
    },
    putNote: async (key, value) => {
      const text = JSON.stringify(value)
      await Promise.resolve()
      disk.set(key, text)
      written += text.length
    },
  }
  return { notes, written: () => written }
}

const message = (n: number) => ({ sentAt: n, toUser: `p${n}`, templateId: 'T', page: null, data: {} })

describe('the outbox', () => {
  it('keeps the last thousand in their order, also when they come at once and over a restart', async () => {
    const { notes, written } = laterNotes()
    const outbox = new Outbox(notes)
    await Promise.all(Array.from({ length: 2500 }, (_value, n) => outbox.add(message(n))))
    const last = Array.from({ length: 1000 }, (_value, i) => i + 1500)
    expect(outbox.list().map(({ sentAt }) => sentAt)).toEqual(last)
    const again = new Outbox(notes)
    expect(again.list()).toEqual(outbox.list())
    await again.add(message(2500))
    expect(new Outbox(notes).list().map(({ sentAt }) => sentAt)).toEqual([...last.slice(1), 2500])
    // A message is written once, not with all the others each time.
    expect(written() / 2501).toBeLessThan(250)
  })
})

describe('consents', () => {
  it('are counted by person and template, each used once, also at once and over a restart', async () => {
    const { notes } = laterNotes()
    const consents = new Consents(notes)
    await Promise.all([consents.grant('a', ['T', 'U']), consents.grant('a', ['T'], 2), consents.grant('b', ['T'])])
    expect(consents.of('a')).toEqual({ T: 3, U: 1 })
    const taken = await Promise.all(Array.from({ length: 5 }, () => consents.take('a', 'T')))
    expect(taken.filter(Boolean)).toHaveLength(3)
    const again = new Consents(notes)
    expect([again.of('a'), again.of('b'), again.of('nobody')]).toEqual([{ T: 0, U: 1 }, { T: 1 }, {}])
  })

  it('of names that every object knows are nothing special', async () => {
    const consents = new Consents(laterNotes().notes)
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(await consents.take(name, name)).toBe(false)
      await consents.grant(name, [name])
      expect([await consents.take(name, name), await consents.take(name, name)]).toEqual([true, false])
    }
  })
})
