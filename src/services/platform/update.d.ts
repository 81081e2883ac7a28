/** Calls the listener when a newer version has been fetched, with what puts it in place (the app starts anew). Browsers fetch the newest by themselves. */
export function onUpdateReady(listener: (apply: () => void) => void): void
