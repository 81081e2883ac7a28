import type { Invocation } from './invocation'

/** Set for every invocation and removed before the next: nothing of a caller may be left for another. */
export const identityNames = [
  'WX_OPENID',
  'WX_UNIONID',
  'WX_APPID',
  'WX_CLIENTIP',
  'WX_API_TOKEN',
  'TCB_SOURCE',
  'WX_CONTEXT_KEYS',
  'TCB_CONTEXT_KEYS',
] as const

export const appId = 'wx-local-app'
export const envId = 'local-env'

/** The environment variables by which the SDK knows the caller. OPENID is there only when a client began the call. */
export const identityOf = (invocation: Invocation, token: string): Record<string, string> => {
  const wx: Record<string, string> = {
    ...(invocation.openid !== '' && { WX_OPENID: invocation.openid }),
    WX_APPID: appId,
    ...(invocation.openid !== '' && { WX_CLIENTIP: '127.0.0.1' }),
    WX_API_TOKEN: token,
  }
  return {
    ...wx,
    TCB_SOURCE: invocation.source,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  }
}

/** What every worker has from the start. `adminUrl` is where the SDK sends its requests. */
export const baseEnvironment = (adminUrl: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: 'UTC',
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: envId,
  TCB_ENV: envId,
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
  WXCONTEXT: 'local',
  _SCF_TCB_LOG: '1',
  // in a deployment the ids that WeChat's console gives; the preview asks by these
  TEMPLATE_THEME_DAY: 'themeDay',
  TEMPLATE_QUIZ: 'quiz',
  TEMPLATE_REMINDER: 'reminder',
})
