/** How long after a visit the content checks take a person's openid (ms). */
const visitTime = 2 * 60 * 60_000

/** When each person last called a function from the mini-program. Forgotten with the process: the next call is a visit. */
export class Visits {
  private readonly last = new Map<string, number>()

  note(openid: string, now: number): void {
    this.last.set(openid, now)
  }

  /** Whether the person was here within two hours. A clock that was set back counts as well. */
  isRecent(openid: string, now: number): boolean {
    const at = this.last.get(openid)
    return at !== undefined && Math.abs(now - at) <= visitTime
  }
}
