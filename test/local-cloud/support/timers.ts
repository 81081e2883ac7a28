import { expect } from 'vitest'
import type { SupportRow } from './rows'

const area = 'timers'

export const rows: SupportRow[] = [
  {
    area,
    name: 'one timer of config.json',
    state: 'supported',
    note: 'seven fields in UTC+8, each slot once; a second timer, or a field that is wrong, is refused at the start',
    async prove(cloud) {
      const slot = Date.parse('2041-05-06T19:00:00Z')
      await cloud.clock(slot - 200)
      try {
        const ticks = async () => (await cloud.all<{ event?: unknown }>('plain')).filter(({ event }) => event)
        await expect.poll(ticks, { timeout: 10_000 }).toHaveLength(1)
        expect((await ticks())[0]).toMatchObject({
          source: 'wx_trigger',
          openid: null,
          event: { Type: 'Timer', TriggerName: 'nightly', Time: '2041-05-06T19:00:00Z', Message: '' },
        })
      } finally {
        await cloud.clock(null)
      }
    },
  },
  {
    area,
    name: 'a timer is told from a client that imitates one',
    state: 'supported',
    note: 'the event of a client arrives as it is, with the SOURCE `wx_client` and an OPENID: the function must look',
    async prove(cloud) {
      const event = { Type: 'Timer', TriggerName: 'nightly', Time: '2041-05-06T19:00:00Z', Message: '' }
      const { result } = await cloud.callRaw('ticker', event, await cloud.loginAs('tester-a'))
      expect(result).toMatchObject({ source: 'wx_client', openid: 'tester-a', event })
    },
  },
]
