import { randomUUID } from 'node:crypto'
import { judge, verdictOf } from './content-labels'
import { wrongCheck } from './message-check'
import { invalidData, type OpenApi, ok, refused } from './open-api'
import type { Pushes } from './pushes'
import type { SteeringDesk } from './steering'
import type { Visits } from './visits'

/** 1 is sound, 2 a picture. */
const mediaTypes = [1, 2]

/** The result as it is pushed, without the frame that every message has. */
const resultOf = (desk: SteeringDesk, url: string, traceId: string, downloads: boolean) => {
  const frame = { MsgType: 'event', Event: 'wxa_media_check', trace_id: traceId, version: 2 }
  // Seen in reports from production: no detail, no result.
  if (!downloads) return { ...frame, detail: [], errcode: -1008, errmsg: 'download failed: check the media link' }
  const label = desk.nextMediaLabel()
  const { suggest, label: found } = label === undefined ? judge(desk.get(), decoded(url)) : verdictOf(label)
  const detail = [{ strategy: 'content_model', errcode: 0, suggest, label: found, prob: 90 }]
  return { ...frame, detail, errcode: 0, errmsg: 'ok', result: { suggest, label: found } }
}

const decoded = (url: string): string => {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/**
 * Takes a picture or sound for checking (version 2); the result is pushed later, to the function that declares it.
 * @param downloads whether a URL can be fetched at that time; those of other hosts are taken on trust
 * Source: the platform's documents on security.mediaCheckAsync.
 */
export const checkMedia =
  (visits: Visits, desk: SteeringDesk, pushes: Pushes, downloads: (url: string, now: number) => boolean): OpenApi =>
  async ({ input, now }) => {
    const { media_url: url, media_type: type, openid } = input
    const wrong = wrongCheck('security.mediaCheckAsync', input, visits, now)
    if (wrong) return wrong
    if (typeof url !== 'string' || !/^https?:\/\/\S+$/.test(url)) return invalidData('media_url')
    if (!mediaTypes.includes(type as number)) return refused(40004, 'invalid media type')
    const traceId = randomUUID()
    const result = resultOf(desk, url, traceId, downloads(url, now))
    await pushes.add(String(openid), result, now + desk.get().mediaDelayMs)
    return ok({ trace_id: traceId })
  }
