import type { Figure } from '@/contracts/stats'
import { formatFigure, roundDownDuo } from '../metrics'
import type { ReportRequest } from './compose'
import type { FigurePlace } from './fill'
import type { Speaker } from './say-sentence'
import { printedDay, printedInstant, scopeWord } from './words'

/** Who speaks in a report: its figures and words. `codes`: what the template needs. */
export function speakerOf(
  { org, from, to, asOf, figures, metric, below = [], indicators = [] }: ReportRequest,
  codes: readonly string[],
): Speaker {
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
  const ofOrg = (code: string, orgId: string) =>
    below.find(({ org: { id } }) => id === orgId)?.figures.find((one) => one.code === code)
  const all = [...codes, ...indicators.map(({ code }) => code)]
  return {
    kind: org.kind,
    figure,
    below,
    somethingMissing: all.some((code) => ['noSource', 'incomplete'].includes(figures.get(code)?.state ?? 'ok')),
    filling: {
      word: (place) => places[place] ?? `{${place}}`,
      figure: (place) => {
        const known = place.orgId === undefined ? figures.get(place.figure) : ofOrg(place.figure, place.orgId)
        return known ? printed(place, known, figures, metric) : MISSING
      },
    },
  }
}

/** What stands for a figure that there is not (any more). */
export const MISSING = '暂无数据来源'

function printed(
  { roughly, against, figure }: FigurePlace,
  known: Figure,
  figures: ReportRequest['figures'],
  metric: ReportRequest['metric'],
): string {
  const { value, state } = known
  const other = against === undefined ? undefined : figures.get(against)?.value
  // from the percentages as they are printed, so that whoever subtracts gets the same
  if (other != null && value !== null) return String((Math.round(value * 1000) - Math.round(other * 1000)) / 10)
  if (roughly && state === 'ok' && value !== null && Number.isInteger(value) && value >= 0) return roundDownDuo(value)
  return formatFigure(known, metric(figure))
}
