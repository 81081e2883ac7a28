import type { Scanned } from './scan.shared'

/** See scan.d.ts. A browser has no camera API that all of them share: the pages take what the code says instead. */
export const canScan = false

export const scan = (): Promise<Scanned> => Promise.resolve({ failed: 'no camera' })

export const hasCameraSettings = (): boolean => false

export const openCameraSettings = (): Promise<void> => Promise.resolve()
