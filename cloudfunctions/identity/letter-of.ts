import type { Letter } from '@/contracts/me'
import type { LetterDoc } from '../_data/documents'

/** A letter as its writer and its readers see it; the answer without the name of who gave it: it is the organisation's. */
export const letterOf = ({ _id, kind, text, sentAt, answer }: LetterDoc, toOrgName: string): Letter => ({
  id: _id,
  kind,
  text,
  sentAt,
  toOrgName,
  reply: answer && { text: answer.text, at: answer.at },
})
