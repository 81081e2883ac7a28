interface WeakNetwork {
  weakNet: boolean
  networkType: string
}
interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type PrivacyListener = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void

/** What WeChat tells an app by itself, as strict as it is on a phone, and how a test makes it happen. */
export function createEvents() {
  const weak = new Set<(state: WeakNetwork) => void>()
  let privacy: PrivacyListener | null = null
  let updateReady: (() => void) | null = null
  const applied: string[] = []
  const contracts: string[] = []

  const api = {
    onNetworkWeakChange: (listener: (state: WeakNetwork) => void) => void weak.add(listener),
    offNetworkWeakChange(listener?: (state: WeakNetwork) => void) {
      if (!listener) throw new Error('offNetworkWeakChange without its listener silences everyone')
      weak.delete(listener)
    },
    onNeedPrivacyAuthorization(listener: PrivacyListener) {
      if (privacy) throw new Error('onNeedPrivacyAuthorization was listened to twice: the first listener is lost')
      privacy = listener
    },
    openPrivacyContract(option: { success?(): void; fail?(): void }) {
      contracts.push('opened')
      option.success?.()
    },
    getUpdateManager: () => ({
      onCheckForUpdate: () => {},
      onUpdateReady(listener: () => void) {
        updateReady = listener
      },
      onUpdateFailed: () => {},
      applyUpdate: () => void applied.push('applied'),
    }),
  }
  return {
    api,
    applied,
    contracts,
    setWeak(weakNet: boolean): void {
      for (const listener of weak) listener({ weakNet, networkType: weakNet ? '2g' : '4g' })
    },
    updateIsReady: () => updateReady?.(),
    /** Something that touches personal data is used for the first time; resolves to what the app answers. */
    askPrivacy: (referrer: string): Promise<PrivacyAnswer> =>
      new Promise((resolve, reject) => {
        if (!privacy) return reject(new Error('nobody listens'))
        privacy(
          (answer) => {
            if (answer.event === 'agree' && !answer.buttonId) reject(new Error('agree without the id of its button'))
            else if (answer.event !== 'exposureAuthorization') resolve(answer)
          },
          { referrer },
        )
      }),
  }
}
