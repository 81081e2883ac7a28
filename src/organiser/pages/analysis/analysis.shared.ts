import { optionLetter, sourceWords } from '@/components/words/kind.shared'
import type { AnalysedItem, Analysis, Finding, LittleKnown } from '@/contracts/analysis'
import { categoryNames } from '@/domain/metrics'

/** 0.834 → 83%. */
export const percent = (share: number): string => `${Math.round(share * 100)}%`

/** A number that may be missing, as a share or a correlation. */
export const orNone = (value: number | null): string => (value === null ? '—' : percent(value))

/** A stem without the gap's underscores, cut to what fits beside a number. */
export const shortStem = (stem: string, most = 26): string =>
  stem.length <= most ? stem : `${stem.slice(0, most - 1)}…`

/** What is wrong with a question, in a title and a sentence that says what to do. */
export function findingWords(
  finding: Finding,
  item: Pick<AnalysedItem, 'number' | 'detail'>,
): { title: string; note: string } {
  const title = (what: string) => `第 ${item.number} 题${what}`
  if (finding.finding === 'keySuspect') {
    const { option, chose, rest, choseKey, restOfKey } = finding
    const ofKey = restOfKey === null ? '' : `，其余题平均得 ${percent(restOfKey)}`
    return {
      title: title('的答案可能有误'),
      note: `选 ${optionLetter(option)} 的 ${chose} 份，其余题平均得 ${percent(rest)}；选现在答案的 ${choseKey} 份${ofKey}。请对照条文核对。`,
    }
  }
  if (finding.finding === 'textSuspect')
    return {
      title: title('的答案可能没有收全'),
      note: `${finding.answers} 份里有 ${finding.wrote} 份填“${finding.text}”，现在判错。请看是否也该算对。`,
    }
  if (finding.finding === 'negative')
    return { title: title('可能有误'), note: '这题答对的，其余题反而答得差。请核对题干和答案。' }
  if (finding.finding === 'belowGuess')
    return {
      title: title('比随便选还低'),
      note: `平均只得 ${percent(finding.facility)}，随便选也能得 ${percent(finding.guess)}。请看题干会不会引人误解。`,
    }
  if (finding.finding === 'nobody')
    return {
      title: title('几乎没有人答对'),
      note: `平均只得 ${percent(finding.facility)}。请看题目是否超出了学习的内容。`,
    }
  return { title: title('分不出学没学'), note: '会的和不会的答得差不多，下次可以换一道。' }
}

/** How tests of this kind hang together. Source of the thresholds: Moodle, "Quiz report statistics" (75 % satisfactory, below 64 % not). */
export function consistencyWords(consistency: number | null): string {
  if (consistency === null) return '答卷太少，还看不出各题是否一致。'
  const value = `内部一致性 ${percent(consistency)}`
  if (consistency >= 0.75) return `${value}：各题考的是一回事，分数可信。`
  return consistency >= 0.64 ? `${value}：还可以。` : `${value}：偏低，题目少或有的题不合适，分数只作参考。`
}

/** Where an article is little known, in words. */
export function littleKnownWords({ source, where, facility, elsewhere, answers, branches }: LittleKnown): {
  title: string
  note: string
} {
  const place = where.by === 'category' ? `${categoryNames[where.category]}支部` : where.name
  return {
    title: `${place}对${sourceWords(source)}还不熟`,
    note: `得分率 ${percent(facility)}，别处 ${percent(elsewhere)}（${branches} 个支部，${answers} 次作答）。`,
  }
}

/** Which papers these are. */
export const papersWords = ({ papers, which, unlike }: Pick<Analysis, 'papers' | 'which' | 'unlike'>): string => {
  const left = unlike > 0 ? `，题数不同的 ${unlike} 份没有算` : ''
  return which === 'first' ? `${papers} 份答卷，每人只算先送达的一份${left}` : `${papers} 份答卷，每天的都算${left}`
}

/** From how many papers on the pages speak of discrimination (domain/quiz/analysis/rules). */
export const JUDGED = 30

export type Order = 'hard' | 'weak' | 'paper'

/** Questions by how they are sorted; those of which nothing is known come last. */
export function sortItems(items: readonly AnalysedItem[], order: Order): AnalysedItem[] {
  if (order === 'paper') return [...items]
  const value = (item: AnalysedItem) =>
    (order === 'hard' ? item.facility : item.discrimination) ?? Number.POSITIVE_INFINITY
  return [...items].sort((a, b) => {
    const [x, y] = [value(a), value(b)]
    return x === y ? a.number - b.number : x - y
  })
}

/** How well a question tells who knows. Source of the bands: Moodle, "Quiz report statistics", Discrimination index. */
export function discriminationWords(index: number | null): string {
  if (index === null) return '还看不出'
  if (index >= 0.5) return '很好'
  if (index >= 0.3) return '较好'
  if (index >= 0.2) return '偏弱'
  return index >= 0 ? '很弱' : '相反'
}

export type Detail = NonNullable<AnalysedItem['detail']>

/** One line for each option, and for who left it empty: how many, of how many. */
export function choiceLines(
  detail: Detail,
  answers: number,
): {
  letter: string
  text: string
  isKey: boolean
  count: number
  share: number
  rest: number | null
}[] {
  const share = (count: number) => (answers === 0 ? 0 : count / answers)
  const lines = detail.options.map(({ text, isKey, count, rest }, i) => ({
    letter: optionLetter(i),
    text,
    isKey,
    count,
    share: share(count),
    rest,
  }))
  const { count, rest } = detail.blank
  return count === 0
    ? lines
    : [...lines, { letter: '', text: '没有答', isKey: false, count, share: share(count), rest }]
}
