import { useState } from 'react'
import { draftsKv } from '@/services/cache/drafts-kv'

/**
 * A form that is on the phone at every keystroke, so that leaving the page, a lost network and a dead battery lose nothing of it.
 * @param name of this form in storage
 * @param first what it begins with, when nothing of it was written before
 * @param anew begins with `first` in any case
 */
export function useKeptForm<Form>(name: string, first: () => Form, anew = false) {
  const [written, setWritten] = useState(() => (anew ? null : draftsKv.read<Form>(name)))
  return {
    form: written ?? first(),
    /** Whether anything was written. */
    begun: written !== null,
    write: (form: Form) => {
      setWritten(form)
      draftsKv.write(name, form)
    },
    /** It arrived, or is not wanted any more. */
    drop: () => {
      setWritten(null)
      draftsKv.drop(name)
    },
  }
}
