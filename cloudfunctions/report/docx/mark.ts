/** What a copy says of itself: drafts on every page's head, every copy at the end of its annex. */
export interface Mark {
  readonly draft: boolean
  /** Lines under the annex: version, state of the data, fingerprint. */
  readonly lines: readonly string[]
}
