import Taro from '@tarojs/taro'
import type { FunctionName } from '@/contracts/action'
import type { FunctionRequest } from './call-function'

let ready = false

/** See call-function.d.ts. The platform adds who is calling. */
export async function callFunction(fn: FunctionName, request: FunctionRequest): Promise<unknown> {
  if (!ready) {
    Taro.cloud.init()
    ready = true
  }
  const answer = await Taro.cloud.callFunction({ name: fn, data: { ...request } })
  return answer.result
}
