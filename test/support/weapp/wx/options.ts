export interface Callbacks {
  success?(result: unknown): void
  fail?(error: unknown): void
  complete?(result: unknown): void
}

type Kind = 'String' | 'Number' | 'Boolean' | 'Array' | 'Function'
/** The options of a call: their types, with a question mark where they may be left out. */
export type Spec = Readonly<Record<string, Kind | `${Kind}?`>>

/** What a call of WeChat says when it does not work: the words after `fail`, and its number where it has one. */
export class Failure extends Error {
  constructor(
    message: string,
    readonly more: { errCode?: number; errno?: number } = {},
  ) {
    super(message)
  }
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'Null'
  if (Array.isArray(value)) return 'Array'
  const name = typeof value
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}
const callbacks = ['success', 'fail', 'complete']

/** What the app did that no phone would have taken; null: nothing. Worded as WeChat words it, where it says anything. */
export function faultOf(call: string, options: unknown, spec: Spec): string | null {
  if (options === undefined && Object.values(spec).every((kind) => kind.endsWith('?'))) return null
  if (kindOf(options) !== 'Object')
    return `${call}:fail parameter error: parameter should be Object instead of ${kindOf(options)};`
  const given = options as Record<string, unknown>
  for (const key of Object.keys(given)) {
    if (!(key in spec) && !callbacks.includes(key)) return `${call} knows no option ${key}`
  }
  for (const [key, wanted] of Object.entries(spec)) {
    const value = given[key]
    if (value === undefined && wanted.endsWith('?')) continue
    if (kindOf(value) !== wanted.replace('?', ''))
      return `${call}:fail parameter error: parameter.${key} should be ${wanted.replace('?', '')} instead of ${kindOf(value)};`
  }
  return null
}

/** The process of an app, as its calls know it. */
export interface Life {
  /** Whether it was killed: nothing that it began has any effect any more. */
  readonly over: boolean
  /** The app did what no phone takes: told to the test, which fails by it. */
  note(message: string): void
  /** The same, and thrown. */
  misuse(message: string): never
}

/** A call of WeChat that takes options and answers by callbacks, later. A failure that nobody listens to is the app's fault. */
export const asking =
  <Options extends object>(life: Life, call: string, spec: Spec, work: (options: Options) => unknown) =>
  (options?: Options & Callbacks): void => {
    const fault = faultOf(call, options, spec)
    if (fault !== null) life.misuse(fault)
    const { success, fail, complete } = options ?? {}
    const tell = (heard: ((result: never) => void) | undefined, whole: object) => {
      if (life.over) return
      heard?.(whole as never)
      complete?.(whole)
    }
    void Promise.resolve()
      .then(() => work((options ?? {}) as Options))
      .then(
        (result) => tell(success, { errMsg: `${call}:ok`, ...(result as object) }),
        (error: Error) => {
          if (!fail && !complete) return life.note(`${call}: nobody hears that it fails: ${error.message}`)
          tell(fail, { errMsg: `${call}:fail ${error.message}`, ...(error instanceof Failure ? error.more : {}) })
        },
      )
  }

/** Listeners of one event, with the two calls by which an app comes and goes. */
export function createEvent<Args extends unknown[]>(life: Life, name: string) {
  const listeners = new Set<(...args: Args) => void>()
  return {
    api: {
      [`on${name}`](listener: (...args: Args) => void) {
        if (typeof listener !== 'function') life.misuse(`on${name} without a function`)
        listeners.add(listener)
      },
      [`off${name}`](listener?: (...args: Args) => void) {
        // without its listener it silences everyone, also those of other pages
        if (typeof listener !== 'function') life.misuse(`off${name} without its listener silences everyone`)
        listeners.delete(listener)
      },
    },
    fire(...args: Args): void {
      if (!life.over) for (const listener of [...listeners]) listener(...args)
    },
  }
}
