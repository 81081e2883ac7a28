import { useRef, useState } from 'react'
import { scan } from '@/services/platform/scan'
import { type ScanTrouble, tokenIn } from './scan.shared'

/** Scanning a check-in code: a code of ours goes to `onToken`, anything else becomes a trouble to be told. */
export function useScan(onToken: (token: string) => void) {
  const [trouble, setTrouble] = useState<ScanTrouble | null>(null)
  const scanning = useRef(false)
  return {
    trouble,
    clear: () => setTrouble(null),
    /** What was read, by the camera or pasted. */
    take(text: string): void {
      const token = tokenIn(text)
      setTrouble(token === null ? 'not ours' : null)
      if (token !== null) onToken(token)
    },
    async press(): Promise<void> {
      // a second tap while the camera opens would open it twice
      if (scanning.current) return
      scanning.current = true
      const scanned = await scan()
      scanning.current = false
      if ('text' in scanned) this.take(scanned.text)
      else setTrouble(scanned.failed === 'no camera' ? 'no camera' : 'closed')
    },
  }
}

export type Scanning = ReturnType<typeof useScan>
