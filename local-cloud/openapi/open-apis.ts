import { CloudError } from '../errors'
import type { OpenApi, OpenApiAnswer } from './open-api'
import { decodeRequest, encodeReply } from './protobuf'
import type { SteeringDesk } from './steering'

/** The platform's code for an API that the function's config.json does not list under permissions.openapi. */
const noPermission = -604101
/** Calls that are remembered, for people and tests to look at. */
const remembered = 200

export interface OpenApiRecord {
  /** Epoch ms. */
  at: number
  api: string
  functionName: string
  /** 0, WeChat's code, or the platform's. */
  errcode: number
}

const errcodeOf = (answer: OpenApiAnswer): number =>
  'json' in answer ? Number(answer.json.errcode ?? 0) : 'systemError' in answer ? answer.systemError : 0

/** Stands in for WeChat's open APIs; what is not here fails by name. */
export class OpenApis {
  private readonly records: OpenApiRecord[] = []

  constructor(
    private readonly apis: ReadonlyMap<string, OpenApi>,
    private readonly desk: SteeringDesk,
    /** What a function's config.json permits. */
    private readonly permitted: (functionName: string) => readonly string[],
  ) {}

  calls(): readonly OpenApiRecord[] {
    return this.records
  }

  /** Answers a request of the SDK with the platform's bytes. */
  async serve(params: Record<string, unknown>, functionName: string, now: number): Promise<Buffer> {
    const api = String(params.apiName)
    const answer = await this.answer(api, params.requestData, functionName, now)
    this.records.push({ at: now, api, functionName, errcode: errcodeOf(answer) })
    if (this.records.length > remembered) this.records.shift()
    return encodeReply(answer)
  }

  private async answer(api: string, bytes: unknown, functionName: string, now: number): Promise<OpenApiAnswer> {
    // Inner calls of the SDK (getOpenData …) have names without a dot and need no permission.
    if (api.includes('.') && !this.permitted(functionName).includes(api)) return { systemError: noPermission }
    const steered = this.desk.nextAnswer(api)
    if (steered) return steered
    const serve = this.apis.get(api)
    if (!serve) throw new CloudError('INVALID_PARAM', `the local cloud does not support the open API ${api}`)
    return await serve({ input: readInput(bytes), now })
  }
}

const readInput = (bytes: unknown): Record<string, unknown> => {
  if (!Buffer.isBuffer(bytes)) throw new CloudError('INVALID_PARAM', 'requestData is missing')
  try {
    return decodeRequest(bytes)
  } catch (error) {
    throw new CloudError('INVALID_PARAM', `unreadable open API request: ${String(error)}`)
  }
}
