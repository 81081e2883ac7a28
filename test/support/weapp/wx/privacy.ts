import { asking, Failure, type Life } from './options'
import type { Phone } from './phone'

export interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (resolve: (answer: PrivacyAnswer) => void, info: { referrer: string }) => void

/** What WeChat says to who uses what was not agreed to. */
export const UNAUTHORISED = 'privacy permission is not authorized'

/** WeChat's question before personal data are touched for the first time, which an app asks in its own words. */
export function createPrivacy(phone: Phone, life: Life) {
  let listener: Listener | null = null
  const contracts: string[] = []
  /** The buttons for agreeing that were pressed: WeChat counts no other yes. */
  const pressed = new Set<string>()

  /** Something that touches personal data is used; resolves to what the app answers. */
  const askPrivacy = (referrer: string): Promise<PrivacyAnswer> =>
    new Promise((resolve, reject) => {
      if (!listener) return reject(new Error('nobody listens'))
      listener(
        (answer) => {
          if (answer.event === 'exposureAuthorization') return
          if (answer.event === 'agree') {
            if (!answer.buttonId || !pressed.has(answer.buttonId))
              return reject(new Error(`agreed without a press of the button ${answer.buttonId}`))
            phone.privacy = 'agreed'
          }
          resolve(answer)
        },
        { referrer },
      )
    })

  return {
    api: {
      onNeedPrivacyAuthorization(next: Listener) {
        if (listener) life.misuse('onNeedPrivacyAuthorization was listened to twice: the first listener is lost')
        listener = next
      },
      openPrivacyContract: asking(life, 'openPrivacyContract', {}, () => void contracts.push('opened')),
      getPrivacySetting: asking(life, 'getPrivacySetting', {}, () => ({
        needAuthorization: phone.privacy !== 'agreed',
        privacyContractName: '《初心学堂用户隐私保护指引》',
      })),
    },
    askPrivacy,
    contracts,
    pressedAgree: (buttonId: string): void => void pressed.add(buttonId),
    /** Passes once the person has agreed; fails as WeChat does when they do not. */
    async passPrivacy(referrer: string): Promise<void> {
      if (phone.privacy === 'agreed') return
      const { event } = await askPrivacy(referrer)
      if (event !== 'agree') throw new Failure(UNAUTHORISED, { errno: 104 })
    },
  }
}
