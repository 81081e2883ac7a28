import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import { log } from '../log'
import { appId } from '../runtime/identity'
import type { FunctionRuntime } from '../runtime/runtime'
import { Kept } from '../store/kept'
import type { Store } from '../store/store'

/** Longer waits are cut: the clock may be set meanwhile. */
const longestWait = 60 * 60 * 1000
/** A message is tried this often, so far apart (ms). */
const tries = 3
const pause = 5000

/** A message of the platform to the mini-program's back end. */
interface Push {
  id: string
  /** Who it is about: the OPENID of the invocation. */
  openid: string
  message: Record<string, unknown> & { MsgType: string; Event: string }
  /** Epoch ms. */
  dueAt: number
  tried: number
}

/**
 * Messages that the platform pushes to a function: the one that declares `<MsgType, Event>` in its config.json. They survive
 * a restart and come at least once.
 */
export class Pushes {
  private readonly kept: Kept<Push[]>
  private readonly underWay = new Set<string>()
  private wait: NodeJS.Timeout | undefined
  private stopped = true

  constructor(
    store: Store,
    private readonly runtime: FunctionRuntime,
    private readonly clock: Clock,
  ) {
    this.kept = new Kept<Push[]>(store, 'pushes', [])
    clock.onChange(() => this.plan())
  }

  start(): void {
    this.stopped = false
    this.plan()
  }

  stop(): void {
    this.stopped = true
    clearTimeout(this.wait)
  }

  list(): readonly Push[] {
    return this.kept.get()
  }

  async add(openid: string, message: Push['message'], dueAt: number): Promise<void> {
    await this.kept.set([...this.kept.get(), { id: randomUUID(), openid, message, dueAt, tried: 0 }])
    this.plan()
  }

  private plan(): void {
    clearTimeout(this.wait)
    const next = this.kept.get().filter(({ id }) => !this.underWay.has(id))
    if (this.stopped || next.length === 0) return
    const left = Math.min(...next.map(({ dueAt }) => dueAt)) - this.clock.now()
    this.wait = setTimeout(() => this.deliverDue(), Math.min(Math.max(left, 0), longestWait))
  }

  private deliverDue(): void {
    const now = this.clock.now()
    for (const push of this.kept.get()) {
      if (push.dueAt > now || this.underWay.has(push.id)) continue
      this.underWay.add(push.id)
      this.deliver(push)
        .catch((error: unknown) => log.error(`push of ${push.message.Event}: ${String(error)}`))
        .finally(() => {
          this.underWay.delete(push.id)
          this.plan()
        })
    }
    this.plan()
  }

  private async deliver(push: Push): Promise<void> {
    const { MsgType, Event } = push.message
    const spec = [...this.runtime.functions.values()].find(({ messagePush }) =>
      messagePush.some(({ msgType, event }) => msgType === MsgType && event === Event),
    )
    let tried = push.tried + 1
    if (!spec) {
      log.warn(`no function declares messagePush for ${MsgType} ${Event}: the message is dropped`)
      tried = tries
    } else {
      try {
        await this.runtime.invoke({
          functionName: spec.name,
          event: this.eventOf(push),
          openid: push.openid,
          source: 'wx_unknown',
        })
        tried = tries
      } catch (error) {
        if (this.stopped) return
        log.warn(`push of ${Event} to ${spec.name}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
    const others = this.kept.get().filter(({ id }) => id !== push.id)
    const again = { ...push, tried, dueAt: this.clock.now() + pause }
    await this.kept.set(tried < tries ? [...others, again] : others)
  }

  private eventOf({ openid, message }: Push) {
    return {
      ToUserName: 'gh_local',
      FromUserName: openid,
      CreateTime: Math.floor(this.clock.now() / 1000),
      appid: appId,
      ...message,
    }
  }
}
