import { ARRAY_LIMIT, BLOCK, type Container, eachLow, fromValues, fromWords, has, toWords } from './container'

/** Set operations of containers. Runs are read, never kept: they are made anew when a bitmap is written. */

export function cloneContainer(container: Container): Container {
  if (container.type === 'bits') return { ...container, words: container.words.slice() }
  if (container.type === 'array') return { ...container, values: container.values.slice() }
  return { ...container, runs: container.runs.slice() }
}

function mergeArrays(a: Uint16Array, b: Uint16Array): Uint16Array {
  const out = new Uint16Array(a.length + b.length)
  let i = 0
  let j = 0
  let n = 0
  while (i < a.length || j < b.length) {
    // past its end an array reads as BLOCK, which is above every number
    const x = i < a.length ? (a[i] as number) : BLOCK
    const y = j < b.length ? (b[j] as number) : BLOCK
    out[n++] = Math.min(x, y)
    if (x <= y) i++
    if (y <= x) j++
  }
  return out.slice(0, n)
}

/** The numbers of a small container. */
function valuesOf(container: Container): Uint16Array {
  if (container.type === 'array') return container.values
  const values = new Uint16Array(container.size)
  let n = 0
  eachLow(container, (low) => {
    values[n++] = low
  })
  return values
}

/** The union; `target` is given up and may be written into. */
export function orInto(target: Container, other: Container): Container {
  if (target.size + other.size <= ARRAY_LIMIT) return fromValues(mergeArrays(valuesOf(target), valuesOf(other)))
  const words = target.type === 'bits' ? target.words : toWords(target)
  if (other.type === 'bits') {
    for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) | (other.words[i] as number)
    return fromWords(words)
  }
  let size = target.size
  eachLow(other, (low) => {
    const word = words[low >>> 5] as number
    size += 1 - ((word >>> (low & 31)) & 1)
    words[low >>> 5] = word | (1 << (low & 31))
  })
  return size > ARRAY_LIMIT ? { type: 'bits', size, words } : fromWords(words)
}

/** Those of `a` that are in `b` (keep = true) or are not in `b` (keep = false). */
export function select(a: Container, b: Container, keep: boolean): Container {
  if (a.size <= ARRAY_LIMIT) return fromValues(valuesOf(a).filter((low) => has(b, low) === keep))
  if (keep && b.size <= ARRAY_LIMIT) return fromValues(valuesOf(b).filter((low) => has(a, low)))
  const words = toWords(a)
  const mask = b.type === 'bits' ? b.words : toWords(b)
  const flip = keep ? 0 : -1
  for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & ((mask[i] as number) ^ flip)
  return fromWords(words)
}

export function sameContainer(a: Container, b: Container): boolean {
  if (a.size !== b.size) return false
  if (a.size <= ARRAY_LIMIT) {
    const values = valuesOf(b)
    return valuesOf(a).every((low, i) => low === values[i])
  }
  const words = toWords(b)
  return toWords(a).every((word, i) => word === words[i])
}
