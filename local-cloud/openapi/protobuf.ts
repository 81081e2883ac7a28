import { parse } from 'protobufjs'

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

/** The parameters of an open API call, each parsed from its JSON (names in snake_case). */
export const decodeRequest = (bytes: Buffer): Record<string, unknown> => {
  const message = requestType.decode(bytes) as unknown as {
    openapiData?: { pairs?: { key: string; value: Uint8Array }[] }
  }
  const pairs = message.openapiData?.pairs ?? []
  return Object.fromEntries(
    pairs.map(({ key, value }) => [key, JSON.parse(Buffer.from(value).toString('utf8')) as unknown]),
  )
}

/** A reply as the platform sends it: JSON inside protobuf. */
export const encodeReply = (json: object): Buffer => {
  const message = replyType.create({
    respData: Buffer.from(JSON.stringify(json)),
    contentType: 'application/json',
    httpCode: 200,
  })
  return Buffer.from(replyType.encode(message).finish())
}
