import type { TestCloud } from '../../support/cloud'

/** A kind of work whose workers are killed; one line each in the test. */
export interface Mortal {
  /** Begins it anew; the n-th time. */
  begin(n: number): Promise<void>
  /** Goes on with it for a while, as its page or its timer does. Whether it has ended. May reject: whoever does it may die. */
  goOn(): Promise<boolean>
  /** Whatever can be seen of it at this moment is whole; throws when not. Nobody dies of looking. */
  look(): Promise<void>
  /** What came of it, to be compared with what an undisturbed one gives; also that nothing in between is left. */
  result(): Promise<unknown>
}

/** Longer than a worker that died holds its work. */
const PATIENCE_MS = 31_000
const ROUNDS = 400

/** Kinds of death, each with its chance at each opportunity. */
const deaths = { killBeforeFirst: 0.01, killBetween: 0.025, killAfterWrite: 0.05 }

/** Where the functions' clock stands, which ends leases instead of waiting. */
export class Hours {
  constructor(
    private readonly cloud: TestCloud,
    private now: number,
  ) {}

  async pass(): Promise<void> {
    this.now += PATIENCE_MS
    await this.cloud.clock(this.now)
  }
}

async function toItsEnd(work: Mortal, hours: Hours): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const ended = await work.goOn().catch(() => false)
    await work.look()
    if (ended) return
    await hours.pass()
  }
  throw new Error(`it has not ended after ${ROUNDS} rounds`)
}

export interface Survived {
  /** How often a worker died. */
  readonly killed: number
  readonly expected: unknown
  readonly results: readonly unknown[]
}

/** Does it once undisturbed, and then until so many of its workers have died, at random points by a seed. */
export async function surviving(
  cloud: TestCloud,
  work: Mortal,
  hours: Hours,
  least: number,
  seed: number,
): Promise<Survived> {
  await work.begin(0)
  await toItsEnd(work, hours)
  const expected = await work.result()
  const results: unknown[] = []
  let killed = 0
  for (let n = 1; killed < least; n++) {
    await work.begin(n)
    await cloud.chaos({ ...deaths, seed: seed + n })
    await toItsEnd(work, hours)
    const done = await cloud.chaosDone()
    await cloud.chaos(null)
    killed += Object.keys(deaths).reduce((sum, kind) => sum + (done[kind] ?? 0), 0)
    // whoever died after the last step was seen
    await toItsEnd(work, hours)
    results.push(await work.result())
  }
  return { killed, expected, results }
}
