/** In a browser: Enter and Space press what has a role and the focus, as they do with the browser's own buttons. */
export function pressByKey(): void {
  if (process.env.TARO_ENV !== 'h5') return
  document.addEventListener('keydown', (event) => {
    const { target } = event
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (!(target instanceof HTMLElement) || !target.hasAttribute('role')) return
    event.preventDefault()
    target.click()
  })
}
