import { expect, it } from 'vitest'
import type { Parcel, ParcelKind } from '@/services/outbox/outbox.shared'
import { heldWords, waitingWords } from '../../../src/pages/home/waiting-words.shared'

const parcel = (kind: ParcelKind, held?: true): Parcel => ({
  id: `${kind}@1`,
  key: kind,
  kind,
  title: '',
  storedAt: 1,
  tries: 0,
  notBefore: 0,
  after: [],
  ...(held && { held }),
})

it('does not promise what a full phone could not store, and says what to do', () => {
  const state = { parcels: [parcel('submitPaper'), parcel('checkIn', true), parcel('syncReviews', true)] }
  expect(waitingWords(state)).toBe('1 份答卷待上传，联网后自动送出，不用重做')
  expect(heldWords(state)).toBe('手机存储满了，1 次签到还没存下。请先别关小程序，连上网就送出')
  expect(heldWords({ parcels: [parcel('submitPaper')] })).toBeNull()
  expect(waitingWords({ parcels: [parcel('checkIn', true)] })).toBeNull()
})
