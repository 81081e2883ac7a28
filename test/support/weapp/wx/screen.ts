import { asking, type Life } from './options'

interface Scroll {
  scrollTop?: number
  selector?: string
}

/** Small things that an app does with the phone, each noted for the test. */
export function createScreen(life: Life, passPrivacy: (referrer: string) => Promise<void>) {
  const titles: string[] = []
  const scrolls: Scroll[] = []
  const noted = { keptOn: false, clipboard: '' }
  let updateReady: (() => void) | null = null
  const applied: string[] = []
  return {
    api: {
      setNavigationBarTitle: asking(
        life,
        'setNavigationBarTitle',
        { title: 'String' },
        ({ title }: { title: string }) => void titles.push(title),
      ),
      pageScrollTo: asking(
        life,
        'pageScrollTo',
        { scrollTop: 'Number?', duration: 'Number?', selector: 'String?', offsetTop: 'Number?' },
        ({ scrollTop, selector }: Scroll) => void scrolls.push({ scrollTop, selector }),
      ),
      setKeepScreenOn: asking(
        life,
        'setKeepScreenOn',
        { keepScreenOn: 'Boolean' },
        ({ keepScreenOn }: { keepScreenOn: boolean }) => {
          noted.keptOn = keepScreenOn
        },
      ),
      // the clipboard is personal data to WeChat
      setClipboardData: asking(life, 'setClipboardData', { data: 'String' }, async ({ data }: { data: string }) => {
        await passPrivacy('setClipboardData')
        noted.clipboard = data
      }),
      getUpdateManager: () => ({
        onCheckForUpdate: () => {},
        onUpdateReady(listener: () => void) {
          updateReady = listener
        },
        onUpdateFailed: () => {},
        applyUpdate: () => {
          if (!updateReady) life.misuse('applyUpdate before an update was ready')
          applied.push('applied')
        },
      }),
    },
    titles,
    scrolls,
    /** Whether the screen stays on, and what was last copied. */
    noted,
    applied,
    updateIsReady: (): void => updateReady?.(),
  }
}
