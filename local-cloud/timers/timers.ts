import type { Clock } from '../clock'
import { log } from '../log'
import type { FunctionSpec, TimerTrigger } from '../runtime/functions'
import type { FunctionRuntime } from '../runtime/runtime'
import type { Store } from '../store/store'
import { nextSlot } from './slots'

/** Longer waits are cut: setTimeout takes at most 24.8 days. */
const longestWait = 60 * 60 * 1000

/** Fires the functions' timers as the platform does, by the cloud's clock, once per slot. */
export class Timers {
  private readonly waits = new Map<string, NodeJS.Timeout>()
  private stopped = true

  constructor(
    private readonly runtime: FunctionRuntime,
    private readonly clock: Clock,
    private readonly store: Store,
  ) {
    clock.onChange(() => {
      if (!this.stopped) this.start()
    })
  }

  start(): void {
    this.stopped = false
    for (const spec of this.runtime.functions.values()) {
      for (const trigger of spec.timers) this.schedule(spec, trigger)
    }
  }

  stop(): void {
    this.stopped = true
    for (const wait of this.waits.values()) clearTimeout(wait)
  }

  /** Runs a function as its timer would: nobody's OPENID, source wx_trigger. The result as JSON. */
  async fire(spec: FunctionSpec): Promise<string> {
    const event = {
      Type: 'Timer',
      TriggerName: spec.timers[0]?.name ?? 'timer',
      Time: new Date(this.clock.now()).toISOString(),
    }
    const { resultJson } = await this.runtime.invoke({
      functionName: spec.name,
      event,
      openid: '',
      source: 'wx_trigger',
    })
    return resultJson
  }

  private schedule(spec: FunctionSpec, trigger: TimerTrigger): void {
    const key = `${spec.name}/${trigger.name}`
    clearTimeout(this.waits.get(key))
    const slot = nextSlot(trigger.config, this.clock.now())
    if (slot === undefined) return
    const wait = setTimeout(
      () => {
        if (this.stopped) return
        if (this.clock.now() >= slot) void this.fireSlot(spec, key, slot)
        this.schedule(spec, trigger)
      },
      Math.min(Math.max(slot - this.clock.now(), 0), longestWait),
    )
    this.waits.set(key, wait)
  }

  private async fireSlot(spec: FunctionSpec, key: string, slot: number): Promise<void> {
    try {
      // After a restart within the slot it is not fired again.
      if (this.store.note<number>(`slot:${key}`) === slot) return
      await this.store.putNote(`slot:${key}`, slot)
      await this.fire(spec)
    } catch (error) {
      log.warn(`timer of ${spec.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}
