import { expect, it } from 'vitest'
import { createLetterDrafts } from '@/services/writing/letter-drafts.shared'
import { Killed, memoryKv } from '../support/memory-kv'

const begin = () => {
  const phone = memoryKv()
  return { ...phone, letters: createLetterDrafts(phone.kv) }
}
const sent = { key: 'key-number-1', kind: 'complaint' as const, text: '三个月没有开过会', why: '没有通过检查' }

it('gives a letter back that waited and was refused, once, beside what is being written meanwhile', () => {
  const { letters } = begin()
  letters.write({ kind: 'suggestion', text: '另一封写到一半' })
  letters.giveBack(sent)
  letters.giveBack(sent)
  expect(letters.returned()).toEqual([sent])
  expect(letters.read()?.text).toBe('另一封写到一半')
})

it('six of one evening come back as six, the latest first', () => {
  const { letters } = begin()
  for (let i = 1; i <= 6; i++) letters.giveBack({ ...sent, key: `key-number-${i}`, text: `第${i}条不对` })
  expect(letters.returned().map(({ text }) => text)).toEqual([6, 5, 4, 3, 2, 1].map((i) => `第${i}条不对`))
})

it('does not say a letter twice that is still in the box', () => {
  const { letters } = begin()
  letters.write({ kind: 'complaint', text: ` ${sent.text} `, key: sent.key })
  expect(letters.giveBack(sent)).toBe(true)
  expect(letters.returned()).toEqual([])
})

it('keeps nothing of what arrived, and everything else', () => {
  const { letters } = begin()
  letters.giveBack(sent)
  letters.write({ kind: 'complaint', text: sent.text, key: sent.key })
  letters.delivered('another-key')
  expect([letters.read()?.key, letters.returned().length]).toEqual([sent.key, 1])
  letters.delivered(sent.key)
  letters.delivered(sent.key)
  expect([letters.read(), letters.returned()]).toEqual([null, []])
})

it('says when there is no room, and passes over what it cannot make out', () => {
  const { letters, kv, state } = begin()
  kv.write('letters-returned', [{ key: 'x' }, null, sent])
  expect(letters.returned()).toEqual([sent])
  state.full = true
  expect(letters.giveBack({ ...sent, key: 'key-number-2' })).toBe(false)
  expect(letters.drop(sent.key)).toBe(false)
})

it('opens a returned letter again and lays aside what is being written; killed at any write, nothing is lost', () => {
  const aside = { key: 'aside-key-1', why: '写到一半' }
  for (let writes = 0; writes <= 3; writes++) {
    const { letters, state, kv } = begin()
    letters.write({ kind: 'suggestion', text: '另一封写到一半' })
    letters.giveBack(sent)
    state.killAfter = writes
    try {
      letters.reopen(sent.key, aside)
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(Killed)
    }
    const later = createLetterDrafts(kv)
    const all = [later.read()?.text, ...later.returned().map(({ text }) => text)]
    expect(all).toContain(sent.text)
    expect(all).toContain('另一封写到一半')
    if (writes === 3) expect([all.length, later.read()]).toEqual([2, { kind: 'complaint', text: sent.text }])
  }
  expect(begin().letters.reopen('no-such-key', aside)).toBeNull()
})
