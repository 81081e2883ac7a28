import type { OutputOf } from '@/contracts/action'
import type { reproduceReport } from '@/contracts/report'
import type { Figure } from '@/contracts/stats'
import { formatFigure, isMetric, metric } from '@/domain/metrics'
import { canonicalJson } from '@/domain/report'
import type { Again } from './compute-again'
import { type Content, fromLedger, namesIn } from './report-text'

type Difference = OutputOf<typeof reproduceReport>['differences'][number]

/** A figure of a version, and what comes of computing it anew; null: the program does not compute it any more. */
interface Pair {
  /** Of an organisation below; null: the report's own. */
  readonly orgName: string | null
  readonly frozen: Figure
  readonly now: Figure | null
}

/** Every figure of a version that comes from the ledger, of its organisation and of those right below, with its counterpart. */
export function compared(content: Content, again: Pick<Again, 'figures' | 'below'>): Pair[] {
  const ledger = content.definitions
    ? new Set(content.definitions.flatMap((one) => (one.ledger ? [one.code] : [])))
    : fromLedger
  const pair = (frozen: readonly Figure[], now: readonly Figure[], orgName: string | null): Pair[] =>
    frozen
      .filter(({ code }) => ledger.has(code))
      .map((figure) => ({ orgName, frozen: figure, now: now.find(({ code }) => code === figure.code) ?? null }))
  return [
    ...pair(content.figures, again.figures, null),
    ...content.below.flatMap(({ org, figures }) =>
      pair(figures, again.below.find((one) => one.org.id === org.id)?.figures ?? [], org.name),
    ),
  ]
}

/** What is known of why figures differ. */
interface Known {
  /** Something was written in the very minute of the data. */
  readonly near: boolean
  /** Tree and roster are not those that were kept. */
  readonly meddled: boolean
}

/** Those that are not the same, each with the reason as far as it can be told. */
export function differencesOf(content: Content, pairs: readonly Pair[], known: Known): Difference[] {
  const names = namesIn(content)
  const print = (figure: Figure): string => {
    const { numerator, denominator } = figure
    const parts = denominator === undefined ? '' : `（${numerator}÷${denominator}）`
    return formatFigure(figure, names(figure.code)) + parts
  }
  return pairs.flatMap(({ orgName, frozen, now }) => {
    if (now && canonicalJson(now) === canonicalJson(frozen)) return []
    const { code } = frozen
    const { name } = names(code)
    return [
      {
        code,
        name: orgName === null ? name : `${orgName}：${name}`,
        frozen: print(frozen),
        now: now ? print(now) : '—',
        why: whyOf(content, code, now, known),
      },
    ]
  })
}

function whyOf(content: Content, code: string, now: Figure | null, { near, meddled }: Known): string {
  if (meddled) return '算数时保存的组织和名册被改动过，请联系管理员核对。'
  const then = content.definitions?.find((one) => one.code === code)
  const definition = isMetric(code) ? metric(code).definition : null
  if (!now) return '现在的系统已经不再计算这项指标。'
  if (then && definition !== then.definition) return `这项指标的口径在签发之后改过，当时是：${then.definition}`
  if (near) return '数据截止的那一分钟里还有记录写入，先后差了一点。'
  return '当时的参与记录被改动过，或者计算规则在签发之后改过，请联系管理员核对。'
}
