import type { OrganisationKind } from '@/contracts/identity'
import { codesOf } from './fill'
import { template } from './template'
import type { Sentence } from './template/template'

const comparedCodes = (compared: Sentence['compared']): string[] => {
  if (!compared) return []
  return compared.is === 'behind' ? [compared.code] : compared.of.map(({ code }) => code)
}

/** Codes by which the template looks at the organisations right below. */
export const belowCodes: readonly string[] = ['themeday.attendance', 'quiz.rate']

function codesOfSentence({ clauses, zero, compared }: Sentence): string[] {
  const says = [...clauses.flatMap(({ say, otherwise, notDue }) => [say, otherwise, notDue]), zero?.say]
  const conditions = clauses.flatMap(({ when }) => (when && 'figure' in when ? [when.figure] : []))
  return [
    ...says.flatMap((say) => (say === undefined ? [] : codesOf(say))),
    ...conditions,
    ...(zero ? [zero.of] : []),
    ...comparedCodes(compared),
  ]
}

/** Codes of the figures that the template needs, each once, in the order in which they appear; for one kind of organisation, or for all. */
export function reportCodes(kind?: OrganisationKind): string[] {
  const paragraphs = [
    ...template.opening,
    ...template.parts.flatMap((part) => part.sections.flatMap((s) => s.paragraphs)),
  ]
  const sentences = paragraphs.flat().filter(({ only }) => !kind || !only || only.includes(kind))
  return [...new Set(sentences.flatMap(codesOfSentence))]
}
