import type { Scanned } from './scan.shared'

/** Whether the platform can scan a code with the camera. */
export const canScan: boolean

/** Scans a code that is in front of the camera; never rejects. */
export function scan(): Promise<Scanned>

/** Whether `openCameraSettings` leads anywhere here. */
export function hasCameraSettings(): boolean

/** Opens the phone's settings where the camera can be allowed; resolves when the person is back, or when they could not be opened. */
export function openCameraSettings(): Promise<void>
