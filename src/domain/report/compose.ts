import type { OrganisationKind } from '@/contracts/identity'
import type { ReportBlock, ReportDocument, ReportRun } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { formatFigure } from '../metrics'
import { joinRuns } from './fill'
import { nameMissing } from './name-missing'
import type { MetricLookup } from './registry'
import { reportCodes } from './report-codes'
import { type Said, type Speaker, saySentence } from './say-sentence'
import { template } from './template'
import type { Section, Sentences } from './template/template'
import { chineseNumeral, printedDay, printedInstant, scopeWord } from './words'

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
}

/**
 * The report's text from the template and the figures: pure, the same figures give the same text. Sections in which nothing is
 * said are left out before numbering; figures without a source are named, never printed as 0.
 * @throws Error when a figure that the template uses was not given
 */
export function composeReport(request: ReportRequest): ReportDocument {
  const speaker = speakerOf(request)
  const paragraph = (sentences: Sentences): Said => {
    const said = sentences.map((sentence) => saySentence(sentence, speaker))
    return { runs: said.flatMap((one) => one.runs), missing: said.flatMap((one) => one.missing) }
  }
  const parts = template.parts
    .map((part) => ({
      heading: part.heading,
      sections: part.sections.map((section) => saySection(section, paragraph, request.metric)),
    }))
    .map((part) => ({ ...part, sections: part.sections.filter(({ blocks }) => blocks.length > 0) }))
    .filter(({ sections }) => sections.length > 0)
  const { org, day } = request
  return {
    title: `${org.name}${template.title}`,
    blocks: [
      ...template.opening.map((sentences) => toParagraph(paragraph(sentences).runs)),
      ...parts.flatMap((part, i): ReportBlock[] => [
        { type: 'heading', level: 1, text: `${chineseNumeral(i + 1)}、${part.heading}` },
        ...part.sections.flatMap((section, j): ReportBlock[] => [
          { type: 'heading', level: 2, text: `（${chineseNumeral(j + 1)}）${section.heading}` },
          ...section.blocks,
        ]),
      ]),
    ],
    signature: org.name,
    day,
  }
}

const toParagraph = (runs: readonly ReportRun[]): ReportBlock => ({ type: 'paragraph', runs: joinRuns(runs) })

/** A section's paragraphs, and after them one that names every figure of the section that has no source. */
function saySection(section: Section, paragraph: (sentences: Sentences) => Said, metric: MetricLookup) {
  const said = section.paragraphs.map(paragraph)
  const spoken = said.map(({ runs }) => runs).filter((runs) => runs.length > 0)
  const missing = said.flatMap((one) => one.missing)
  const blocks = spoken.map((runs, i) => toParagraph(section.numbered ? [{ text: `${i + 1}.` }, ...runs] : runs))
  if (missing.length > 0) blocks.push(toParagraph(nameMissing(missing, metric)))
  return { heading: section.heading, blocks }
}

function speakerOf({ org, from, to, asOf, figures, metric }: ReportRequest): Speaker {
  const codes = reportCodes(org.kind)
  const figure = (code: string): Figure => {
    const found = figures.get(code)
    if (!found) throw new Error(`the report needs the figure ${code}`)
    return found
  }
  const places: Readonly<Record<string, string>> = {
    $org: org.name,
    $scope: scopeWord[org.kind],
    $from: printedDay(from),
    $to: printedDay(to),
    $asOf: printedInstant(asOf),
  }
  return {
    kind: org.kind,
    figure,
    somethingMissing: codes.some((code) => figure(code).state === 'noSource'),
    filling: {
      word: (place) => places[place] ?? `{${place}}`,
      figure: (code) => formatFigure(figure(code), metric(code)),
    },
  }
}
