import type { ReactElement } from 'react'

export interface FilmProps {
  url: string
  title: string
  /** Where to begin, in seconds. */
  from: number
  onSecond: (second: number) => void
  onFailed: () => void
}

/** A film that plays at once, with the platform's own controls. Each platform has its own file. */
export declare function Film(props: FilmProps): ReactElement
