import { describe, expect, it } from 'vitest'
import { readFailed, readStarted, readSucceeded } from '@/components/page/read.shared'
import { CallError } from '@/services/transport/call-error'

const kept = { at: 5, data: '上次的内容' }
const forbidden = new CallError('FORBIDDEN', '不在您的职责范围内', 'r1')

describe('what a page shows of a read', () => {
  it('is at once what the phone kept', () => {
    expect(readStarted(kept)).toMatchObject({ data: '上次的内容', loading: true, stale: false })
    expect(readStarted(null)).toMatchObject({ data: null, loading: true })
  })

  it('is then what the server says', () => {
    expect(readSucceeded({ at: 9, data: '新的' })).toMatchObject({ data: '新的', at: 9, loading: false, stale: false })
  })

  it('stays, marked as stale, when the network is away', () => {
    const read = readFailed(readStarted(kept), CallError.offline())
    expect(read).toMatchObject({ data: '上次的内容', at: 5, loading: false, stale: true })
  })

  it('goes when the server has taken it back: what one may not see is not shown from memory', () => {
    expect(readFailed(readStarted(kept), forbidden)).toMatchObject({ data: null, stale: false, error: forbidden })
  })

  it('is only the error when there was nothing', () => {
    expect(readFailed(readStarted<string>(null), CallError.offline())).toMatchObject({ data: null, stale: false })
  })
})
