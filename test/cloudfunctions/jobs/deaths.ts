import type { TestCloud } from '../../support/cloud'

/** A kind of work whose workers are killed; one line each in the test. */
export interface Mortal {
  /** Begins it anew; the n-th time. */
  begin(n: number): Promise<void>
  /** Goes on with it for a while, as its page or its timer does. Whether it has ended. Rejects when whoever did it has died. */
  goOn(): Promise<boolean>
  /** Whatever can be seen of it at this moment is whole; throws when not. Nobody dies of looking. */
  look(): Promise<void>
  /** What came of it, to be compared with what an undisturbed one gives; also that nothing in between is left. */
  result(): Promise<unknown>
}

/** Longer than a worker that died holds its work. */
const PATIENCE_MS = 31_000
const ROUNDS = 100
/** Of one piece of work: a step that kills twelve who begin it is given up, and that is another test. */
const MOST_DEATHS = 6

/** Kinds of death, each with its chance at each opportunity. */
const chances = { killBeforeFirst: 0.02, killBetween: 0.05, killAfterWrite: 0.1 }

/** Fires a timer; what it answers. Rejects when its worker died. */
export async function fired<Report>(cloud: TestCloud, fn: string): Promise<Report> {
  const answer = await cloud.timer<{ ok?: boolean; data: Report }>(fn)
  if (!answer.ok) throw new Error('the worker died')
  return answer.data
}

/** Where the functions' clock stands, which ends leases instead of waiting. */
export class Hours {
  constructor(
    private readonly cloud: TestCloud,
    private now: number,
  ) {}

  async pass(ms = PATIENCE_MS): Promise<void> {
    this.now += ms
    await this.cloud.clock(this.now)
  }
}

/** Until it has ended; how often somebody died of it. @param died is told of each death */
async function toItsEnd(work: Mortal, hours: Hours, died: (count: number) => Promise<void>): Promise<number> {
  let deaths = 0
  for (let round = 0; round < ROUNDS; round++) {
    try {
      const ended = await work.goOn()
      await work.look()
      if (ended) return deaths
    } catch (thrown) {
      if (thrown instanceof Error && thrown.name === 'AssertionError') throw thrown
      deaths += 1
      await died(deaths)
      await work.look()
    }
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

/** Does it once undisturbed, and then until so many of its workers have died, at points that follow from a seed. */
export async function surviving(
  cloud: TestCloud,
  work: Mortal,
  hours: Hours,
  least: number,
  seed: number,
): Promise<Survived> {
  const nobodyDies = async () => {
    throw new Error('somebody died undisturbed')
  }
  await work.begin(0)
  await toItsEnd(work, hours, nobodyDies)
  const expected = await work.result()
  const results: unknown[] = []
  let killed = 0
  for (let n = 1; killed < least; n++) {
    await work.begin(n)
    await cloud.chaos({ ...chances, seed: seed + n })
    killed += await toItsEnd(work, hours, async (count) => {
      if (count === MOST_DEATHS) await cloud.chaos(null)
    })
    await cloud.chaos(null)
    results.push(await work.result())
  }
  return { killed, expected, results }
}
