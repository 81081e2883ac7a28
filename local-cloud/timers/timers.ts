import type { Chaos } from '../chaos/chaos'
import type { Clock } from '../clock'
import { log } from '../log'
import type { FunctionSpec, TimerTrigger } from '../runtime/functions'
import type { FunctionRuntime } from '../runtime/runtime'
import type { Store } from '../store/store'
import { readTimer, type TimerSchedule } from './cron'
import { type SlotRange, wasFired, withFired } from './fired-slots'

/** Longer waits are cut: setTimeout takes at most 24.8 days. */
const longestWait = 60 * 60 * 1000
/** A slot whose time passed longer ago (ms) was missed while the machine was off or asleep: it is not made up for. */
const latest = 60_000

interface Timer {
  spec: FunctionSpec
  trigger: TimerTrigger
  schedule: TimerSchedule
  /** Where the slots that were fired are noted; another expression begins anew. */
  noteKey: string
  wait?: NodeJS.Timeout
}

/** Fires the functions' timers as the platform does, by the cloud's clock, once per slot unless chaos wants it twice. */
export class Timers {
  private readonly timers: Timer[]
  private stopped = true
  /** Notes are read and written one after another. */
  private noting: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly runtime: FunctionRuntime,
    private readonly clock: Clock,
    private readonly store: Store,
    private readonly chaos: Chaos,
  ) {
    this.timers = [...runtime.functions.values()].flatMap((spec) =>
      spec.timers.map((trigger) => ({
        spec,
        trigger,
        schedule: readTimer(trigger.config),
        noteKey: `slots:${spec.name}/${trigger.name}:${trigger.config}`,
      })),
    )
    clock.onChange(() => {
      if (!this.stopped) this.start()
    })
  }

  start(): void {
    this.stopped = false
    for (const timer of this.timers) this.plan(timer, this.clock.now())
  }

  stop(): void {
    this.stopped = true
    for (const { wait } of this.timers) clearTimeout(wait)
  }

  /**
   * Runs a function as its timer would: nobody's OPENID, source wx_trigger. The result as JSON, of the first run where chaos
   * makes two.
   * @param slot epoch ms; default: now
   */
  async fire(spec: FunctionSpec, slot = this.clock.now()): Promise<string> {
    const atOnce = this.chaos.strikes('timerTwiceAtOnce')
    const twice = this.chaos.strikes('timerTwice')
    const first = this.run(spec, slot)
    if (atOnce) await Promise.allSettled([first, this.run(spec, slot)])
    if (twice) await Promise.allSettled([first]).then(() => Promise.allSettled([this.run(spec, slot)]))
    return await first
  }

  /** The event's shape is the platform's: the time of the slot in whole seconds, UTC; the message is empty unless one is set. */
  private async run(spec: FunctionSpec, slot: number): Promise<string> {
    const event = {
      Type: 'Timer',
      TriggerName: spec.timers[0]?.name ?? 'timer',
      Time: new Date(slot).toISOString().replace(/\.\d+Z$/, 'Z'),
      Message: '',
    }
    const call = { functionName: spec.name, event, openid: '', source: 'wx_trigger' }
    return (await this.runtime.invoke(call)).resultJson
  }

  /** Waits for the next slot after an instant. */
  private plan(timer: Timer, after: number): void {
    clearTimeout(timer.wait)
    const slot = timer.schedule.next(after)
    if (slot !== undefined) this.waitFor(timer, slot)
  }

  private waitFor(timer: Timer, slot: number): void {
    const left = Math.min(Math.max(slot - this.clock.now(), 0), longestWait)
    timer.wait = setTimeout(() => {
      const now = this.clock.now()
      // The machine's timers run early at times, and long waits are cut.
      if (now < slot) return this.waitFor(timer, slot)
      if (now - slot > latest) return this.plan(timer, now)
      void this.fireSlot(timer, slot)
      // The next slot after this one, also when that is past already: it was missed by a busy process only.
      this.plan(timer, slot)
    }, left)
  }

  private async fireSlot({ spec, schedule, noteKey }: Timer, slot: number): Promise<void> {
    try {
      if (await this.note(noteKey, slot, schedule)) await this.fire(spec, slot)
    } catch (error) {
      log.warn(`timer of ${spec.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /** Notes on disk, before it is fired, that a slot is; false when it was noted before (a restart, a clock set back). */
  private async note(key: string, slot: number, schedule: TimerSchedule): Promise<boolean> {
    const noted = this.noting.then(async () => {
      const ranges = this.store.note<SlotRange[]>(key) ?? []
      if (wasFired(ranges, slot)) return false
      await this.store.putNote(key, withFired(ranges, slot, schedule))
      return true
    })
    this.noting = noted.catch(() => undefined)
    return await noted
  }
}
