/**
 * What became of asking for a scan. `called off`: the person closed the camera, or some phones' word for one that may not be used. `no camera`: it did
 * not open, or may not be used.
 */
export type Scanned = { readonly text: string } | { readonly failed: 'called off' | 'no camera' }

/** WeChat tells every failure by `errMsg`; whoever closed the camera gets 'scanCode:fail cancel'. */
export function failedScan(thrown: unknown): Scanned {
  const errMsg = (thrown as { errMsg?: unknown } | null)?.errMsg
  const words = typeof errMsg === 'string' ? errMsg : String(thrown)
  return { failed: /cancel/i.test(words) ? 'called off' : 'no camera' }
}
