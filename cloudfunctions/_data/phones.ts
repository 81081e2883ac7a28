import { createHmac } from 'node:crypto'
import { find, put, remove } from './database'
import type { PhoneDoc } from './documents'
import { secretKey } from './secrets'

/** @param phone as `canonicalPhone` gives it */
const macOf = async (phone: string): Promise<string> =>
  createHmac('sha256', await secretKey('phone'))
    .update(phone)
    .digest('base64url')

/** Keeps a person's number, so that it can be matched and not read out; in place of an earlier one. */
export const keepPhone = async (personId: string, phone: string) =>
  put('phones', { _id: personId, mac: await macOf(phone) } satisfies PhoneDoc)

export const forgetPhone = (personId: string) => remove('phones', { _id: personId })

/** The people who have this number: at most two, since more than one is already too many to tell who is calling. */
export async function findPeopleByPhone(phone: string): Promise<string[]> {
  const found = await find<PhoneDoc>('phones', { mac: await macOf(phone) }, { limit: 2 })
  return found.map(({ _id }) => _id)
}
