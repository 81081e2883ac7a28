import { parse } from 'protobufjs'
import type { OpenApiAnswer } from './open-api'

/** The messages in which open APIs travel; field numbers are the platform's. */
const { root } = parse(`
  syntax = "proto3";
  message Pair { string key = 1; bytes value = 2; string contentType = 3; string filename = 4; }
  message OpenApiData { repeated Pair pairs = 1; }
  message SvrkitData { string apiName = 1; bytes reqData = 2; }
  message CommApiData { int32 apiType = 1; OpenApiData openapiData = 2; SvrkitData svrkitData = 4; string appid = 6; }
  message CommOpenApiResp { bytes respData = 1; string contentType = 2; int32 errorCode = 3; int32 httpCode = 4; int32 svrkitErrorCode = 6; }
`)

const requestType = root.lookupType('CommApiData')
const replyType = root.lookupType('CommOpenApiResp')

/** The parameters of an open API call, each parsed from its JSON (names in snake_case). Throws for what is no such message. */
export const decodeRequest = (bytes: Buffer): Record<string, unknown> => {
  const message = requestType.decode(bytes) as unknown as {
    openapiData?: { pairs?: { key: string; value: Uint8Array }[] }
  }
  const pairs = message.openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString('utf8')) as unknown]),
  )
}

const fieldsOf = (answer: OpenApiAnswer): object => {
  if ('systemError' in answer) return { errorCode: answer.systemError }
  if ('buffer' in answer) return { respData: answer.buffer, contentType: answer.contentType, httpCode: 200 }
  return { respData: Buffer.from(JSON.stringify(answer.json)), contentType: 'application/json', httpCode: 200 }
}

/** A reply as the platform sends it: JSON or a file inside protobuf, or a code of the platform's own. */
export const encodeReply = (answer: OpenApiAnswer): Buffer =>
  Buffer.from(replyType.encode(replyType.create(fieldsOf(answer) as { [key: string]: unknown })).finish())
