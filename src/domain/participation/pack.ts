import { BitReader } from './packed/bit-reader'
import { BitWriter } from './packed/bit-writer'
import { type LowLists, LowListsBuilder, listAt } from './packed/low-lists'
import { Numbers, readNumbers, writeNumbers } from './packed/numbers'
import { PART_SEATS } from './seating'
import type { Fixed, Segment, SegmentKey } from './segment'

/** Of this way of writing; another one is refused, not guessed at. */
const FORMAT = 1
const DAY_BITS = 5

/**
 * The bytes of a segment:
 *
 *     format (1 byte) · length of the ids (4 bytes, big endian) · ids, ASCII, each ended by a line feed · bits
 *
 * and in the bits for each entry: whether the activity is that of the entry before (1 bit) · day of the month (5) · who took part ·
 * which of them were mobile, as positions in that list · who was expected · which of them were mobile members; then the corrections.
 * Equal segments give equal bytes. Bits of spread seats cannot be made smaller, ids can: the store deflates the whole.
 */
export function packSegment(segment: Segment): Uint8Array {
  const { activities, activityOf, dayOf } = segment
  const bits = new BitWriter()
  bits.writeGamma(dayOf.length)
  for (let i = 0; i < dayOf.length; i++) {
    bits.write(i > 0 && activityOf[i] === activityOf[i - 1] ? 1 : 0, 1)
    bits.write(dayOf[i] as number, DAY_BITS)
    writeWithSome(bits, segment.people, segment.mobile, i)
    writeWithSome(bits, segment.expected, segment.away, i)
  }
  writeFixed(bits, segment.fixed)
  const ids = bytesOf(activities)
  const rest = bits.end()
  const bytes = new Uint8Array(5 + ids.length + rest.length)
  bytes[0] = FORMAT
  new DataView(bytes.buffer).setUint32(1, ids.length)
  bytes.set(ids, 5)
  bytes.set(rest, 5 + ids.length)
  return bytes
}

function bytesOf(ids: readonly string[]): Uint8Array {
  const text = ids.map((id) => `${id}\n`).join('')
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) throw new RangeError('ids of activities are ASCII')
    bytes[i] = code
  }
  return bytes
}

function idsOf(bytes: Uint8Array): string[] {
  let text = ''
  // in pieces: an argument list has a limited length
  for (let i = 0; i < bytes.length; i += 4096) {
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + 4096) as unknown as number[])
  }
  const ids = text.split('\n')
  if (ids.pop() !== '') throw new Error('damaged: an id has no end')
  return ids
}

/** Bits of a position in a list of so many. */
const widthOf = (count: number): number => 32 - Math.clz32(Math.max(count - 1, 0))

/** A list, and some of it as positions. */
function writeWithSome(bits: BitWriter, { at, lows }: LowLists, some: LowLists, i: number): void {
  const from = at[i] as number
  const to = at[i + 1] as number
  writeNumbers(bits, lows, from, to)
  if (from === to) return
  const chosen = listAt(some, i)
  const positions = new Uint16Array(chosen.length)
  for (let k = 0, position = from; k < chosen.length; k++, position++) {
    while (position < to && (lows[position] as number) < (chosen[k] as number)) position++
    if (lows[position] !== chosen[k] || position === to) throw new RangeError('some are not among all')
    positions[k] = position - from
  }
  writeNumbers(bits, positions, 0, positions.length, widthOf(to - from))
}

function writeFixed(bits: BitWriter, fixed: readonly Fixed[]): void {
  bits.writeGamma(fixed.length)
  let entry = 0
  for (const one of fixed) {
    bits.writeGamma(one.entry - entry)
    bits.write(one.low, 16)
    bits.writeGamma(one.revision)
    entry = one.entry
  }
}

/** A list that is being read, and some of it. */
class ListsReader {
  private readonly all = new LowListsBuilder()
  private readonly some = new LowListsBuilder()
  private readonly positions = new Numbers()

  read(bits: BitReader): void {
    const { numbers } = this.all
    const from = numbers.length
    readNumbers(bits, numbers, PART_SEATS)
    this.all.close()
    const count = numbers.length - from
    if (count > 0) {
      this.positions.length = 0
      readNumbers(bits, this.positions, count, widthOf(count))
      const target = this.some.numbers.room(this.positions.length)
      for (let k = 0; k < this.positions.length; k++) {
        target[this.some.numbers.length + k] = numbers.values[from + (this.positions.values[k] as number)] as number
      }
      this.some.numbers.length += this.positions.length
    }
    this.some.close()
  }

  end(): readonly [all: LowLists, some: LowLists] {
    return [this.all.end(), this.some.end()]
  }
}

/** Reads what `packSegment` wrote. Throws Error for bytes of another format, and for what is torn or inconsistent. */
export function unpackSegment(key: SegmentKey, version: number, bytes: Uint8Array): Segment {
  if (bytes[0] !== FORMAT || bytes.length < 5) throw new Error(`${key._id} is written in another way than ${FORMAT}`)
  const idBytes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1)
  if (5 + idBytes > bytes.length) throw new Error('damaged: it ends too soon')
  const activities = idsOf(bytes.subarray(5, 5 + idBytes))
  const bits = new BitReader(bytes.subarray(5 + idBytes))
  const count = bits.readGamma()
  if (count > bytes.length * 8) throw new Error('damaged: too many entries')
  const activityOf = new Uint32Array(count)
  const dayOf = new Uint8Array(count)
  const people = new ListsReader()
  const expected = new ListsReader()
  let activity = -1
  for (let i = 0; i < count; i++) {
    if (bits.read(1) === 0) activity++
    activityOf[i] = activity
    const day = bits.read(DAY_BITS)
    const isLater = i === 0 || activityOf[i - 1] !== activity || (dayOf[i - 1] as number) < day
    if (day === 0 || !isLater) throw new Error('damaged: days are out of order')
    dayOf[i] = day
    people.read(bits)
    expected.read(bits)
  }
  if (activity + 1 !== activities.length) throw new Error('damaged: activities without entries')
  const fixed = readFixed(bits, count)
  bits.end()
  const [everyone, mobile] = people.end()
  const [due, away] = expected.end()
  return { ...key, version, activities, activityOf, dayOf, people: everyone, mobile, expected: due, away, fixed }
}

function readFixed(bits: BitReader, entries: number): Fixed[] {
  const count = bits.readGamma()
  const fixed: Fixed[] = []
  for (let i = 0, entry = 0; i < count; i++) {
    entry += bits.readGamma()
    if (entry >= entries) throw new Error('damaged: a correction of nothing')
    fixed.push({ entry, low: bits.read(16), revision: bits.readGamma() })
  }
  return fixed
}
