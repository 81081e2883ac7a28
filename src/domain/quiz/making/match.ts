/**
 * Gives places to guests, one place each: as many guests as can be seated at all, and those who come first before those who come later (Kuhn's
 * augmenting paths: a seated guest may be moved, never put out). What was tried first in `wishes` is taken first.
 * @param guests how many there are
 * @param wishes for a guest, the places that would do, the dearest first
 * @param seated place → guest, from an earlier round that knew fewer places; it is gone on from
 * @returns place → guest
 */
export function seatGuests(
  guests: number,
  wishes: (guest: number) => readonly number[],
  seated: ReadonlyMap<number, number> = new Map(),
): Map<number, number> {
  const guestAt = new Map(seated)
  const hasPlace = new Set(guestAt.values())
  for (let guest = 0; guest < guests; guest += 1) {
    if (!hasPlace.has(guest) && seat(guest, wishes, guestAt, new Set())) hasPlace.add(guest)
  }
  return guestAt
}

function seat(
  guest: number,
  wishes: (guest: number) => readonly number[],
  guestAt: Map<number, number>,
  tried: Set<number>,
): boolean {
  const places = wishes(guest)
  // a free place first: nobody is moved without need
  for (const place of places) {
    if (!guestAt.has(place)) {
      guestAt.set(place, guest)
      return true
    }
  }
  for (const place of places) {
    if (tried.has(place)) continue
    tried.add(place)
    const other = guestAt.get(place)
    if (other === undefined || seat(other, wishes, guestAt, tried)) {
      guestAt.set(place, guest)
      return true
    }
  }
  return false
}
