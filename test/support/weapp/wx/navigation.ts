import { asking, Failure, type Life } from './options'

/** What wx.navigateTo and its like were called with. */
export interface Navigation {
  api: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'navigateBack'
  url: string
}

export interface Pages {
  /** The paths that app.json declares. */
  readonly declared: readonly string[]
  depth(): number
  navigate(navigation: Navigation): Promise<void>
}

/** The platform keeps no more pages in its stack. */
const MOST_PAGES = 10

/** Going from page to page, refused as WeChat refuses: pages that nobody declared, an eleventh one, back from the first. */
export function createNavigation(life: Life, { declared, depth, navigate }: Pages) {
  const to = (api: Navigation['api'], spec = { url: 'String', routeType: 'String?' } as const) =>
    asking(life, api, spec, async ({ url }: { url: string }) => {
      const path = url.split('?')[0] ?? ''
      if (!declared.includes(path.replace(/^\//, ''))) throw new Failure(`page "${path}" is not found`)
      if (api === 'navigateTo' && depth() >= MOST_PAGES) throw new Failure('webview count limit exceed')
      await navigate({ api, url })
    })
  return {
    navigateTo: to('navigateTo'),
    redirectTo: to('redirectTo'),
    reLaunch: to('reLaunch'),
    navigateBack: asking(life, 'navigateBack', { delta: 'Number?' }, async () => {
      if (depth() <= 1) throw new Failure('cannot navigate back at first page.')
      await navigate({ api: 'navigateBack', url: '' })
    }),
  }
}
