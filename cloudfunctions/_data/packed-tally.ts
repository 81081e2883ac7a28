import { deflateSync, inflateSync } from 'node:zlib'
import type { Tally } from '@/domain/quiz/analysis'

/** A tally as it is kept: JSON, deflated (zlib, which carries a checksum), base64. */
export type PackedTally = string

/**
 * A county's tally has some 50,000 counts. The SDK writes each as an object of its own, so that it would be larger than a request may be (1 MB); packed it has a
 * tenth of that.
 */
export const packTally = (tally: Tally): PackedTally => deflateSync(JSON.stringify(tally)).toString('base64')

/** Throws Error for one that is damaged. */
export const unpackTally = (packed: PackedTally): Tally =>
  JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString('utf8')) as Tally
