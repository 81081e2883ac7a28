/** Pages that say something to anyone: nobody is led away from them. */
const open = ['bind', 'persona', 'about', 'components'] as const

/** Whether who is not bound is led from this page to binding. */
export const leadsToBinding = (path: string): boolean => !open.some((page) => path.includes(`pages/${page}/`))

/** A page's address with its parameters, to come back to. What begins with $ is the framework's own. */
export function addressOf(route: string, options: Readonly<Record<string, string | undefined>>): string {
  const query = Object.entries(options)
    .filter((pair): pair is [string, string] => pair[1] !== undefined && !pair[0].startsWith('$'))
    .map(([key, value]) => `${key}=${encodeURIComponent(decodeURIComponent(value))}`)
    .join('&')
  const path = `/${route.replace(/^\//, '').replace(/\?.*$/, '')}`
  return query ? `${path}?${query}` : path
}

/** Where binding leads when it is done: only to a page of the app, never to itself. Anything else is home. */
export function nextAddress(next: string | undefined): string | null {
  if (!next) return null
  try {
    const address = decodeURIComponent(next)
    const isPage = /^\/(\w+\/)?pages\/[\w-]+\/index(\?[^#\s]*)?$/.test(address)
    return isPage && leadsToBinding(address) ? address : null
  } catch {
    return null
  }
}
