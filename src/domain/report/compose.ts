import type { OrganisationKind } from '@/contracts/identity'
import type { BelowFigures, ReportBlock, ReportDocument, ReportIndicator, ReportSentence } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import type { ReportEdit } from './edit'
import { joinRuns } from './fill'
import { nameMissing } from './name-missing'
import type { MetricLookup } from './registry'
import { reportCodes } from './report-codes'
import { type Missing, saySentence } from './say-sentence'
import { speakerOf } from './speaker'
import { template } from './template'
import { othersOf } from './template/others'
import type { Section, Sentences } from './template/template'
import { chineseNumeral } from './words'
import { type Editing, editingOf, type Omitted } from './write-over'

export interface ReportRequest {
  readonly org: { readonly name: string; readonly kind: OrganisationKind }
  /** First and last day of the period. */
  readonly from: string
  readonly to: string
  /** Facts recorded up to this instant are in the figures (epoch ms). */
  readonly asOf: number
  /** The day that is printed under the text. */
  readonly day: string
  /** At least those of `reportCodes(org.kind)`, by code. */
  readonly figures: ReadonlyMap<string, Figure>
  readonly metric: MetricLookup
  /** Figures of the organisations right below. */
  readonly below?: readonly BelowFigures[]
  /** Indicators that the template does not know. */
  readonly indicators?: readonly ReportIndicator[]
  /** What people changed. */
  readonly edits?: readonly ReportEdit[]
}

/** The report's text, and the sentences that a person left out. */
export interface Composed {
  readonly document: ReportDocument
  readonly omitted: readonly Omitted[]
}

/**
 * The report's text from the template, the figures and what people changed: pure, the same gives the same text. Sections in which nothing is said are left out
 * before numbering; figures without a source are named, never printed as 0.
 * @throws Error when a figure that the template uses was not given
 */
export function composeReport(request: ReportRequest): Composed {
  const speaker = speakerOf(request, reportCodes(request.org.kind))
  const editing = editingOf(request.edits ?? [], speaker.filling)
  const { metric, org, day, indicators = [] } = request
  const say = (sentences: Sentences, section: string): { sentences: ReportSentence[]; missing: Missing[] } => {
    const said = sentences.map((sentence) => ({ id: sentence.id, ...saySentence(sentence, speaker) }))
    return {
      sentences: said.flatMap(({ id, runs }) => editing.write(id, joinRuns(runs), section)),
      missing: said.flatMap(({ missing }) => missing),
    }
  }
  const saySection = (section: Section): ReportBlock[] => {
    const said = section.paragraphs.map((paragraph) => say(paragraph, section.id))
    const missing = said.flatMap((one) => one.missing)
    const named = missing.length > 0 ? joinRuns(nameMissing(missing, metric)) : []
    const paragraphs = said.map(({ sentences }) => sentences).filter((sentences) => sentences.length > 0)
    const noted = editing.write(`${section.id}.missing`, named, section.id)
    const rest = editing.rest(section.id)
    return [
      ...paragraphs.map(
        (sentences, i): ReportBlock => ({
          type: 'paragraph',
          section: section.id,
          ...(section.numbered && { number: `${i + 1}.` }),
          sentences,
        }),
      ),
      ...[noted, rest].flatMap((sentences): ReportBlock[] =>
        sentences.length > 0 ? [{ type: 'paragraph', section: section.id, sentences }] : [],
      ),
    ]
  }
  const opening = template.opening.flatMap((sentences): ReportBlock[] => {
    const said = say(sentences, 'opening').sentences
    return said.length > 0 ? [{ type: 'paragraph', section: 'opening', sentences: said }] : []
  })
  const parts = template.parts
    .map(({ heading, sections }) => ({
      heading,
      sections: [...sections, ...(heading === template.othersIn ? othersOf(indicators, reportCodes()) : [])]
        .map((section) => ({ heading: section.heading, blocks: saySection(section) }))
        .filter(({ blocks }) => blocks.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0)
  const document = {
    title: `${org.name}${template.title}`,
    blocks: [...opening, ...numbered(parts), ...homeless(editing)],
    signature: org.name,
    day,
  }
  return { document, omitted: editing.omitted() }
}

const numbered = (
  parts: readonly { heading: string; sections: readonly { heading: string; blocks: readonly ReportBlock[] }[] }[],
): ReportBlock[] =>
  parts.flatMap((part, i): ReportBlock[] => [
    { type: 'heading', level: 1, text: `${chineseNumeral(i + 1)}、${part.heading}` },
    ...part.sections.flatMap((section, j): ReportBlock[] => [
      { type: 'heading', level: 2, text: `（${chineseNumeral(j + 1)}）${section.heading}` },
      ...section.blocks,
    ]),
  ])

/** What people wrote for a section that this template does not have any more: at the end, never lost. */
function homeless(editing: Editing): ReportBlock[] {
  const sentences = editing.rest(null)
  return sentences.length > 0 ? [{ type: 'paragraph', section: 'opening', sentences }] : []
}
