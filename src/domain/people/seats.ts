import { PART_SEATS, partOf, rangeOfPart, SEAT_LIMIT } from '../participation/seating'

/** Seats of an organisation's own members. A seat is never dealt twice, so only the end of what was dealt moves. */
export interface SeatStock {
  /** [first, after the last], in the order in which they are dealt. */
  readonly seats: readonly (readonly [number, number])[]
  /** How many of them were dealt. */
  readonly dealt: number
}

/** How many seats are left. */
export const freeSeats = ({ seats, dealt }: SeatStock): number =>
  seats.reduce((sum, [from, to]) => sum + to - from, -dealt)

/** The next seat to deal; null when all are dealt. */
export function nextSeat({ seats, dealt }: SeatStock): number | null {
  let before = dealt
  for (const [from, to] of seats) {
    if (before < to - from) return from + before
    before -= to - from
  }
  return null
}

/**
 * How many seats an organisation gets when it is full: half of what it has, so that even one that grows for years stays a
 * handful of ranges.
 */
export const moreSeats = (dealt: number): number => Math.max(8, Math.ceil(dealt / 2))

/**
 * A range of `size` seats from the first that nobody has, and what is the first then. Like `dealSeats` it does not split a range
 * over two parts of the index. Throws RangeError when there are no more seats.
 */
export function newRange(next: number, size: number): { readonly range: [number, number]; readonly next: number } {
  const fits = size > PART_SEATS || partOf(next) === partOf(next + size - 1)
  const from = fits ? next : rangeOfPart(partOf(next))[1]
  if (from + size > SEAT_LIMIT) throw new RangeError(`no more than ${SEAT_LIMIT} seats`)
  return { range: [from, from + size], next: from + size }
}

/** The stock with a range more; one that goes on where the last ends makes that longer, so that the list stays short. */
export function withRange<T extends SeatStock>(stock: T, [from, to]: readonly [number, number]): T {
  const last = stock.seats[stock.seats.length - 1]
  const seats: readonly (readonly [number, number])[] =
    last && last[1] === from ? [...stock.seats.slice(0, -1), [last[0], to]] : [...stock.seats, [from, to]]
  return { ...stock, seats }
}
