import { beforeEach, expect, it, vi } from 'vitest'
import { CallError } from '@/services/transport/call-error'

const phone = vi.hoisted(() => ({ stored: new Map<string, string>() }))
vi.mock('@tarojs/taro', async () => {
  const { taroPhone } = await import('../../support/taro-phone')
  return { default: taroPhone(phone.stored) }
})

const { fetchKept } = await import('@/services/cache/fetch-kept')
const { cache } = await import('@/services/cache/cache')
const { beginEpoch, NOBODY, wipePerson } = await import('@/services/storage/kv')

const fail = (code: ConstructorParameters<typeof CallError>[0]) => async () => {
  throw new CallError(code, '', null)
}
/** A question whose answer comes when it is told to. */
function slow() {
  let arrive = (_data: unknown) => {}
  const answer = new Promise((resolve) => (arrive = resolve))
  return { load: () => answer, arrive: (data: unknown) => arrive(data) }
}

beforeEach(() => phone.stored.clear())

it('keeps an answer under its name, and takes it away when it is refused for good', async () => {
  expect((await fetchKept('home', async () => 1)).data).toBe(1)
  expect(cache.read('home')?.data).toBe(1)
  await expect(fetchKept('home', fail('OFFLINE'))).rejects.toMatchObject({ code: 'OFFLINE' })
  expect(cache.read('home')?.data).toBe(1)
  await expect(fetchKept('home', fail('FORBIDDEN'))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(cache.read('home')).toBeNull()
})

it('keeps nothing that comes after the phone was wiped, and still gives it to the page that asked', async () => {
  const { load, arrive } = slow()
  const asked = fetchKept('record', load)
  wipePerson(NOBODY)
  arrive({ name: '测试甲' })
  expect((await asked).data).toEqual({ name: '测试甲' })
  expect([...phone.stored.keys()]).toEqual([])
})

it('keeps nothing that comes after the answers were forgotten', async () => {
  const { load, arrive } = slow()
  const asked = fetchKept('record', load)
  beginEpoch()
  arrive(1)
  await asked
  expect(cache.read('record')).toBeNull()
})

it('puts nothing of one person into the storage of the next', async () => {
  const { load, arrive } = slow()
  const asked = fetchKept('record', load)
  phone.stored.set('session', JSON.stringify({ token: 't', personaId: 'second' }))
  arrive(1)
  await asked
  expect([...phone.stored.keys()]).toEqual(['session'])
})
