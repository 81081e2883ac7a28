import { asking, Failure, type Life } from './options'
import type { Phone } from './phone'

interface ScanOptions {
  onlyFromCamera?: boolean
  scanType?: string[]
}

/** WeChat's own scanner while it is open over the app. */
interface Scanner {
  readonly onlyFromCamera: boolean
  /** The camera sees a QR code that says this. */
  see(text: string): void
  /** A picture of a QR code is chosen from the album. */
  choose(text: string): void
  dismiss(): void
}

const kinds = ['barCode', 'qrCode', 'datamatrix', 'pdf417', 'wxCode']
const coded = (result: string) => ({
  result,
  scanType: 'QR_CODE',
  charSet: 'UTF-8',
  rawData: Buffer.from(result).toString('base64'),
})

/**
 * wx.scanCode. WeChat's scanner is a page of its own: the app's page is out of sight meanwhile. A camera that the system refuses cannot be told from
 * being called off: both say `cancel`, as on an Android phone.
 * @param covered WeChat's page comes over the app's, or goes
 */
export function createCamera(phone: Phone, life: Life, covered: (is: boolean) => Promise<void>) {
  let scanner: Scanner | null = null
  let settings = 0

  const scan = async ({ onlyFromCamera = false, scanType = [] }: ScanOptions) => {
    const strange = scanType.find((kind) => !kinds.includes(kind))
    if (strange !== undefined) life.misuse(`scanCode: there is no scanType ${strange}`)
    if (scanner !== null) throw new Failure('scanCode is already open')
    if (phone.camera === 'broken') throw new Failure('')
    await covered(true)
    const text = await new Promise<string | null>((resolve) => {
      scanner = {
        onlyFromCamera,
        see(text) {
          if (phone.camera !== 'works') throw new Error('the camera sees nothing')
          resolve(text)
        },
        choose(text) {
          if (onlyFromCamera) throw new Error('there is no album in this scanner')
          resolve(text)
        },
        dismiss: () => resolve(null),
      }
    })
    scanner = null
    await covered(false)
    if (text === null) throw new Failure('cancel')
    return coded(text)
  }
  return {
    api: {
      scanCode: asking(life, 'scanCode', { onlyFromCamera: 'Boolean?', scanType: 'Array?' }, scan),
      openAppAuthorizeSetting: asking(life, 'openAppAuthorizeSetting', {}, () => {
        settings += 1
      }),
    },
    /** How often the phone's own settings were opened. */
    settingsOpened: () => settings,
    /** The scanner that is open now; null: none. */
    scanner: (): Scanner | null => scanner,
  }
}
