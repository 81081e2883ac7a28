import { randomUUID } from 'node:crypto'
import { CloudError } from '../errors'
import { judge } from './content-labels'
import { invalidData, invalidOpenid, isOpenid, type OpenApi, type OpenApiAnswer, ok, refused } from './open-api'
import type { Steering } from './steering'
import type { Visits } from './visits'

/** Characters of a text at most. */
const maxCharacters = 2500

/** What both content checks ask of a call: version 2, a scene, a person who was here within two hours. */
export const wrongCheck = (
  name: string,
  { version, scene, openid }: Record<string, unknown>,
  visits: Visits,
  now: number,
): OpenApiAnswer | undefined => {
  if (version !== 2) throw new CloudError('INVALID_PARAM', `the local cloud supports ${name} with version: 2 only`)
  if (![1, 2, 3, 4].includes(scene as number)) return refused(40129, 'invalid scene')
  if (!isOpenid(openid)) return invalidOpenid()
  if (!visits.isRecent(openid, now)) return refused(61010, 'code is expired')
  return undefined
}

/** Checks a text (version 2). Source: the platform's documents on security.msgSecCheck. */
export const checkMessage =
  (visits: Visits, steering: () => Steering): OpenApi =>
  ({ input, now }) => {
    const { content, title = '', nickname = '', signature = '' } = input
    const wrong = wrongCheck('security.msgSecCheck', input, visits, now)
    if (wrong) return wrong
    if (content === undefined || content === '') return refused(44002, 'empty post data')
    const texts = [content, title, nickname, signature]
    if (!texts.every((text) => typeof text === 'string')) return invalidData('content')
    if ([...(content as string)].length > maxCharacters) return refused(45002, 'content size out of limit')
    const { keyword, ...result } = judge(steering(), texts.join('\n'))
    const detail = [
      { strategy: 'content_model', errcode: 0, ...result, prob: 90 },
      ...(keyword === undefined ? [] : [{ strategy: 'keyword', errcode: 0, ...result, level: 90, keyword }]),
    ]
    return ok({ result, detail, trace_id: randomUUID() })
  }
