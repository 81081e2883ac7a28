import type { OpenApiAnswer } from './open-api'

/** What tests and demonstrations set about the open APIs; see `POST /local/openapi` in docs/local-cloud.md. */
export interface Steering {
  /** Answers that come before those of the stand-ins, by API, each once. */
  next: Record<string, OpenApiAnswer[]>
  /** What the content checks find, with its label. */
  words: Record<string, number>
  /** The fields of each template; null: any template, any fields of a known kind. */
  templates: Record<string, string[]> | null
  /** Published pages; null: anything that can be a page. */
  pages: string[] | null
  /** Until the result of a media check is pushed, by the cloud's clock. */
  mediaDelayMs: number
  /** Labels of the next media checks, before what their URLs say. */
  mediaLabels: number[]
}

/** Neutral words: what they stand for is in the label. */
export const defaultSteering = (): Steering => ({
  next: {},
  words: { 测试违规: 20006, 测试时政: 20001, 测试广告: 10001 },
  templates: null,
  pages: null,
  mediaDelayMs: 1000,
  mediaLabels: [],
})

/** A page: no slash in front, no parameters; one of those published, when they were told. */
export const isKnownPage = ({ pages }: Steering, page: unknown): page is string =>
  typeof page === 'string' &&
  /^[\w-]+(\/[\w-]+)*(\?[^\s]*)?$/.test(page) &&
  (pages === null || pages.includes(page.replace(/\?.*$/, '')))

type Check = (value: unknown) => boolean
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts: Check = (value) => Array.isArray(value) && value.every((text) => typeof text === 'string')
const isNumbers: Check = (value) => Array.isArray(value) && value.every(Number.isInteger)

const checks: Record<keyof Steering, Check> = {
  next: (value) =>
    isRecord(value) &&
    Object.values(value).every(
      (answers) =>
        Array.isArray(answers) &&
        answers.every((answer) => isRecord(answer) && (isRecord(answer.json) || Number.isInteger(answer.systemError))),
    ),
  words: (value) => isRecord(value) && isNumbers(Object.values(value)),
  templates: (value) => value === null || (isRecord(value) && Object.values(value).every(isTexts)),
  pages: (value) => value === null || isTexts(value),
  // WeChat promises half an hour.
  mediaDelayMs: (value) => typeof value === 'number' && value >= 0 && value <= 30 * 60_000,
  mediaLabels: isNumbers,
}

/** The steering with what was given in its place; throws a sentence for a person. `{}` goes back to the default. */
export const steered = (steering: Steering, given: Record<string, unknown>): Steering => {
  for (const [name, value] of Object.entries(given)) {
    const check = Object.keys(checks).includes(name) ? checks[name as keyof Steering] : undefined
    if (!check) throw new Error(`there is no "${name}"; there are: ${Object.keys(checks).join(', ')}`)
    if (!check(value)) throw new Error(`${name} is not of its shape`)
  }
  return Object.keys(given).length === 0 ? defaultSteering() : { ...steering, ...(given as Partial<Steering>) }
}

/** Holds the steering; the next answers and labels are taken one by one. */
export class SteeringDesk {
  private steering = defaultSteering()

  get(): Steering {
    return this.steering
  }

  /** Puts what is given in place; `{}` goes back to the default. Throws a sentence for a person. */
  steer(given: Record<string, unknown>): void {
    this.steering = steered(this.steering, given)
  }

  nextAnswer(api: string): OpenApiAnswer | undefined {
    const { next } = this.steering
    const [answer, ...later] = (Object.keys(next).includes(api) ? next[api] : undefined) ?? []
    if (answer) this.steering = { ...this.steering, next: { ...next, [api]: later } }
    return answer
  }

  nextMediaLabel(): number | undefined {
    const [label, ...later] = this.steering.mediaLabels
    this.steering = { ...this.steering, mediaLabels: later }
    return label
  }
}
