import { startCloud, type TestCloud } from '../cloud'
import { openWeapp, type Weapp, type WeappOptions } from './open-weapp'

/** The demo county on a local cloud, and the phones of people of it. */
export interface WeappCounty {
  readonly cloud: TestCloud
  /** The app on the phone of a persona, at its first page. */
  open(persona: string, options?: Omit<WeappOptions, 'callFunction'>): Promise<Weapp>
  /** What a function says to a persona; fails when it refuses. */
  ask<T>(persona: string, fn: string, action: string, input: object): Promise<T>
  /** Closes every app that was opened. */
  closeAll(): void
  stop(): Promise<void>
}

export async function startWeappCounty(): Promise<WeappCounty> {
  const cloud = await startCloud({ demo: true })
  const opened: Weapp[] = []
  return {
    cloud,
    async open(persona, options = {}) {
      const token = await cloud.login(persona)
      const weapp = await openWeapp({
        ...options,
        callFunction: async (name, data) => (await cloud.callRaw(name, data, token)).body,
      })
      opened.push(weapp)
      return weapp
    },
    async ask<T>(persona: string, fn: string, action: string, input: object) {
      const answer = await cloud.call<{ ok: boolean; data: T }>(fn, action, input, await cloud.login(persona))
      if (!answer.result.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(answer.result)}`)
      return answer.result.data
    },
    closeAll() {
      for (const weapp of opened.splice(0)) weapp.close()
    },
    stop: () => cloud.stop(),
  }
}
