import { Notice } from './notice'

/** Why something did not work, in a sentence that says what to do; nothing while there is none. */
export const Fault = ({ words }: { words: string | null | undefined }) =>
  words ? (
    <Notice tone="red" icon="alert">
      {words}
    </Notice>
  ) : null
