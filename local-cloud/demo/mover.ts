import type { LeaveReason } from '@/contracts/organise'
import { spareSeats } from '@/domain/participation/seating'
import { decideMove, type MoveOrder, openSeating, seatIn } from '@/domain/people/moves'
import { moreSeats, newRange, nextSeat, withRange } from '@/domain/people/seats'
import type { MoveDoc, OrganisationDoc } from '../../cloudfunctions/_data/documents'
import type { Member } from './members'

/** A change of the roster that is to happen. */
export interface Happening {
  readonly kind: MoveDoc['kind']
  readonly day: string
  /** The branch, of an admission or a transfer. */
  readonly into?: string
  readonly reason?: LeaveReason | null
  /** Of the move; else a number of its own. */
  readonly id?: string
  /** How many come into the branch with this one, themselves included. */
  readonly arrivals?: number
}

/** Lets members move by the real rules, before anyone has taken part in anything. Changes members and organisations in place. */
export class Mover {
  readonly moves: MoveDoc[] = []
  private readonly byId: ReadonlyMap<string, OrganisationDoc>

  /**
   * @param recorder the id of the person who entered it all
   * @param next the first seat that no organisation has
   */
  constructor(
    organisations: readonly OrganisationDoc[],
    private readonly today: string,
    readonly recorder: string,
    public next: number,
  ) {
    this.byId = new Map(organisations.map((one) => [one._id, one]))
  }

  branch(id: string): OrganisationDoc {
    const branch = this.byId.get(id)
    if (!branch) throw new Error(`there is no branch ${id}`)
    return branch
  }

  /** Throws Error where the rules say no. */
  move(member: Member, happening: Happening): void {
    const { kind, day, id = `${this.recorder}.demo-move-${this.moves.length}`, reason = null } = happening
    const { person } = member
    const decision = decideMove(person, this.orderOf(member, happening), this.today)
    if (!decision.ok) throw new Error(`${person._id} ${kind}: ${decision.code}`)
    member.person = decision.person
    this.moves.push({
      _id: id,
      kind,
      personId: person._id,
      from: openSeating(person)?.orgId ?? null,
      to: openSeating(decision.person)?.orgId ?? null,
      day,
      reason,
      rolesEnded: person.roles.filter((role) => !decision.person.roles.includes(role)),
      recorder: this.recorder,
      recordedAt: Date.parse(`${day}T10:00:00+08:00`),
      settled: true,
    })
  }

  private orderOf({ person }: Member, { kind, day, into = '', arrivals = 1 }: Happening): MoveOrder {
    if (kind !== 'admit' && kind !== 'transfer') return { kind, day }
    const branch = this.branch(into)
    // a newcomer was dealt a seat with everyone else
    const own = seatIn(person, into) ?? (person.seatings.length === 0 ? person.seat : null)
    return { kind, day, seat: own ?? this.dealSeat(branch, arrivals), into: { ...branch, id: into } }
  }

  private dealSeat(branch: OrganisationDoc, arrivals: number): number {
    const free = nextSeat(branch)
    branch.dealt += 1
    if (free !== null) return free
    const { range, next } = newRange(this.next, Math.max(moreSeats(branch.dealt), arrivals + spareSeats(arrivals)))
    this.next = next
    branch.seats = withRange({ ...branch, dealt: 0 }, range).seats.map(([from, to]) => [from, to])
    return range[0]
  }
}
