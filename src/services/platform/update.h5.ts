/** See update.d.ts. */
export function onUpdateReady(): void {}
