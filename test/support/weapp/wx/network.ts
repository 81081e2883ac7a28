import { asking, createEvent, type Life } from './options'
import type { Phone } from './phone'

interface Status {
  isConnected: boolean
  networkType: Phone['networkType']
}
interface Weakness {
  weakNet: boolean
  networkType: Phone['networkType']
}

/** The network as the phone tells of it, and the calls to the cloud that go over it. */
export function createNetwork(
  phone: Phone,
  life: Life,
  callFunction: (name: string, data: unknown) => Promise<unknown>,
) {
  const status = createEvent<[Status]>(life, 'NetworkStatusChange')
  const weak = createEvent<[Weakness]>(life, 'NetworkWeakChange')
  /** Counts how often the network went: what was under way then has no answer. */
  let losses = 0
  /** What holds a call back on its way; null: nothing does. */
  let holding: (name: string) => Promise<void> | null = () => null
  const isConnected = () => phone.networkType !== 'none'
  const lost = () => Object.assign(new Error('cloud.callFunction:fail Error: request:fail'), { errCode: -1 })
  const never = new Promise<never>(() => {})

  return {
    api: {
      ...status.api,
      ...weak.api,
      getNetworkType: asking(life, 'getNetworkType', {}, () => ({ networkType: phone.networkType })),
      cloud: {
        init: () => {},
        async callFunction({ name, data }: { name: string; data: unknown }) {
          if (life.over) return never
          const before = losses
          if (!isConnected()) throw lost()
          await holding(name)
          const answer = await callFunction(name, JSON.parse(JSON.stringify(data))).catch((error: unknown) => {
            if (life.over) return never
            throw error
          })
          if (life.over) return never
          // what was asked may have been done: the answer did not come
          if (losses !== before) throw lost()
          return answer
        },
      },
    },
    setNetwork(networkType: Phone['networkType']): void {
      if (networkType === phone.networkType) return
      phone.networkType = networkType
      if (!isConnected()) losses += 1
      status.fire({ isConnected: isConnected(), networkType })
    },
    /** A slow network: calls for which `hold` gives a promise are on their way until it resolves. */
    hold(hold: typeof holding): void {
      holding = hold
    },
    setWeak: (weakNet: boolean): void => weak.fire({ weakNet, networkType: weakNet ? '2g' : phone.networkType }),
  }
}
