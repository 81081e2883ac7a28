import { expect } from 'vitest'
import type { SupportRow } from './rows'

export const rows: SupportRow[] = [
  {
    area: 'filters',
    name: '_.gt',
    state: 'supported',
    async prove(cloud) {
      await cloud.put('plain', [
        { _id: 'a', n: 1 },
        { _id: 'b', n: 2 },
      ])
      const code = `return (await db.collection('plain').where({ n: _.gt(1) }).get()).data.map((d) => d._id)`
      expect(await cloud.value(code)).toEqual(['b'])
    },
  },
]
