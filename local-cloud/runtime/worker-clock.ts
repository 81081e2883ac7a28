const RealDate = Date
const realNow = Date.now.bind(Date)
let offset = 0

/** Milliseconds to add to the machine's clock from now on; it goes on ticking. */
export const shiftClock = (milliseconds: number): void => {
  offset = milliseconds
}

/**
 * Puts a Date in place that follows the cloud's clock: `Date.now()`, `new Date()` and `Date()`. Instants given as
 * arguments, prototypes and `instanceof` are those of the real Date. Timers keep the machine's pace.
 */
export const patchDate = (): void => {
  const now = () => realNow() + offset
  RealDate.now = now
  const shifted = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
  })
  // Libraries also recognise a date by its constructor.
  Object.defineProperty(RealDate.prototype, 'constructor', { value: shifted, writable: true, configurable: true })
  globalThis.Date = shifted
}
