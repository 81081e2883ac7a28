import { badRequest } from '../errors'
import type { Document } from './document'
import { encodeValue, invert } from './key-encoding'
import { valuesAt } from './paths'
import type { IndexSchema } from './schema'

/** LMDB takes keys of at most 1,978 bytes; a longer index key is refused as MongoDB once did (1,024 bytes). */
const maxIndexKeyBytes = 1024

export interface IndexKeys {
  /** The encoded fields, without the id that ends every stored key. Each once. */
  keys: Buffer[]
  /** Fields of the index at which the document has an array. */
  arrayFields: string[]
}

/** The keys under which a document stands in an index: one, or one per element of an array. */
export const indexKeys = (index: IndexSchema, document: Document): IndexKeys => {
  const arrayFields: string[] = []
  let keys: Buffer[] = [Buffer.alloc(0)]
  for (const [field, direction] of index.fields) {
    const { values, throughArray } = valuesAt(document, field)
    if (throughArray) arrayFields.push(field)
    if (arrayFields.length > 1) throw badRequest(`cannot index parallel arrays [${arrayFields.join('] [')}]`)
    const encoded = unique(values.map((value) => (direction === 1 ? encodeValue(value) : invert(encodeValue(value)))))
    keys = keys.flatMap((key) => encoded.map((part) => Buffer.concat([key, part])))
  }
  for (const key of keys) {
    if (key.length > maxIndexKeyBytes) throw badRequest(`key too large to index ${index.name}: ${key.length} bytes`)
  }
  return { keys, arrayFields }
}

const unique = (keys: Buffer[]): Buffer[] => {
  if (keys.length < 2) return keys
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
}
