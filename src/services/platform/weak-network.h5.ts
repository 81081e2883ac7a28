interface Connection {
  readonly effectiveType?: string
  addEventListener(event: 'change', listener: () => void): void
  removeEventListener(event: 'change', listener: () => void): void
}

const weakTypes: readonly unknown[] = ['slow-2g', '2g']

/** See weak-network.d.ts. Source: W3C Network Information API, where the browser has it. */
export function onWeakNetwork(listener: (weak: boolean) => void): () => void {
  const { connection } = navigator as { connection?: Connection }
  if (!connection) return () => {}
  const heard = () => listener(weakTypes.includes(connection.effectiveType))
  heard()
  connection.addEventListener('change', heard)
  return () => connection.removeEventListener('change', heard)
}
