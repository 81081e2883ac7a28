/** Computes when first asked, and keeps the answer. */
export function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined
  return () => {
    kept ??= { value: compute() }
    return kept.value
  }
}

/** The same, for each key. */
export function onceEach<K, T>(compute: (key: K) => T): (key: K) => T {
  const kept = new Map<K, { readonly value: T }>()
  return (key) => {
    const known = kept.get(key) ?? { value: compute(key) }
    kept.set(key, known)
    return known.value
  }
}
