import { useEffect, useState } from 'react'
import { onLargeText, readLargeText, setLargeText } from '@/services/settings/text-size'

/** Whether texts are large, and how to change it. */
export function useLargeText(): readonly [large: boolean, set: (large: boolean) => void] {
  const [large, setLarge] = useState(readLargeText)
  useEffect(() => onLargeText(() => setLarge(readLargeText())), [])
  return [large, setLargeText]
}
