import { TextBox } from '@/components/text-box/text-box'
import { TextLine } from '@/components/text-line/text-line'
import { Field } from './field'

interface TextFieldProps {
  /** Above it, and what a screen reader calls it unless `label` says more. */
  name: string
  label?: string
  value: string
  onChange: (text: string) => void
  hint: string
  /** At most so many characters. */
  most: number
  note?: string
}

/** A line to write on, with its name above. */
export const LineField = ({ name, label = name, note, ...line }: TextFieldProps) => (
  <Field name={name} note={note}>
    <TextLine label={label} {...line} />
  </Field>
)

/** A box to write in, with its name above. */
export const BoxField = ({ name, label = name, note, ...box }: TextFieldProps) => (
  <Field name={name} note={note}>
    <TextBox label={label} {...box} />
  </Field>
)
