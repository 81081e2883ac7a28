import { CloudError } from '../errors'
import type { FunctionRuntime } from '../runtime/runtime'
import type { WireActions } from './request'
import { textParam } from './request'

const readEvent = (json: unknown): unknown => {
  if (json === undefined || json === '') return {}
  try {
    return JSON.parse(String(json))
  } catch {
    throw new CloudError('INVALID_PARAM', 'request_data is not JSON')
  }
}

/** A function that calls another: the caller's identity is kept, the source grows (`wx_client,scf`). */
export const functionActions = (runtime: FunctionRuntime): WireActions => ({
  'functions.invokeFunction': async ({ params, invocation }) => {
    const { resultJson } = await runtime.invoke({
      functionName: textParam(params, 'function_name'),
      event: readEvent(params.request_data),
      openid: invocation.openid,
      source: `${invocation.source},scf`,
      parent: invocation,
    })
    return { data: { response_data: resultJson } }
  },
})
