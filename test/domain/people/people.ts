import type { Receiver, RosterEntry } from '@/domain/people/moves'

/** An invented member of branch `east` in seat 1, since before the records began. */
export const member = (extra: Partial<RosterEntry> = {}): RosterEntry => ({
  orgId: 'east',
  seat: 1,
  mobile: false,
  bornYear: 1970,
  fullFrom: '2000-01-01',
  seatings: [{ seat: 1, orgId: 'east', from: null, until: null }],
  mobileSpells: [],
  revision: 0,
  roles: [],
  ...extra,
})

export const branch = (id: string, extra: Partial<Receiver> = {}): Receiver => ({
  id,
  kind: 'branch',
  endedOn: null,
  successors: [],
  ...extra,
})
