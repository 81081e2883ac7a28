import type { Finding } from '@/contracts/analysis'
import { guessScore, type ItemStatistics, itemStatistics } from './item-statistics'
import type { AnalysedQuestion } from './read-paper'
import { analysisRules as rules } from './rules'
import type { Choosers, QuestionTally } from './tally'

/** Points that those who chose it earned on the rest of their papers: mean, and the variance of that mean. */
function restOf([count, sum, squares]: Choosers): { mean: number; error: number } {
  const mean = sum / Math.max(1, count)
  const variance = count < 2 ? 0 : (squares - count * mean * mean) / (count - 1)
  return { mean, error: variance / Math.max(1, count) }
}

/** What the key's choosers, or for want of any all others, earned on the rest. */
function keyChoosers({ key }: AnalysedQuestion, { options }: QuestionTally): Choosers {
  const chosen = key.map((option) => options[option] ?? ([0, 0, 0] as const))
  return chosen.reduce<Choosers>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0])
}

/**
 * The wrong option whose choosers are most clearly better on the rest of their papers than those of the key. Classical distractor analysis: on a sound question those who
 * know more choose the key. Where hardly anybody chose the key the whole group stands for them.
 */
function keySuspect(question: AnalysedQuestion, tally: QuestionTally, answers: number, restMax: number): Finding[] {
  if (question.kind !== 'single' && question.kind !== 'judge') return []
  const onKey = keyChoosers(question, tally)
  const everyone = tally.options.reduce<Choosers>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0])
  const against = restOf(onKey[0] >= rules.rivals ? onKey : everyone)
  const suspects = tally.options.flatMap((chosen, option) => {
    if (question.key.includes(option) || chosen[0] < rules.rivals) return []
    const rival = restOf(chosen)
    const clear = rival.mean - against.mean > rules.clear * Math.sqrt(rival.error + against.error)
    // hardly anybody chose the key and most the other: there is nobody left to be better than
    const alone = onKey[0] < rules.rivals && chosen[0] > answers / 2
    return clear || alone ? [{ option, chose: chosen[0], mean: rival.mean }] : []
  })
  const [first] = suspects.sort((a, b) => b.chose - a.chose)
  if (!first) return []
  const { option, chose, mean } = first
  const restOfKey = onKey[0] < rules.mostPrivate ? null : restOf(onKey).mean / restMax
  return [
    {
      finding: 'keySuspect',
      questionId: question.id,
      answers,
      option,
      chose,
      rest: mean / restMax,
      choseKey: onKey[0],
      restOfKey,
    },
  ]
}

/** The mean mark on the rest of the paper of everyone who answered. */
function meanRest({ cells }: QuestionTally): number {
  let papers = 0
  let rest = 0
  for (const [cell, count] of Object.entries(cells)) {
    papers += count
    rest += count * Number(cell.split('_')[1])
  }
  return papers === 0 ? 0 : rest / papers
}

/**
 * A text that many wrote and that is not accepted, by people who are no weaker on the rest than those who answered: another right form, it may be. What those
 * write who do not know (不清楚) is written by the weaker.
 */
function textSuspect({ id: questionId }: AnalysedQuestion, tally: QuestionTally, answers: number): Finding[] {
  const mean = meanRest(tally)
  const able = tally.texts.filter(([, wrote, rest]) => rest / wrote >= mean)
  const [most] = able.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  if (!most || most[1] < rules.rivals || most[1] < answers * rules.textShare) return []
  return [{ finding: 'textSuspect', questionId, answers, text: most[0], wrote: most[1] }]
}

/** What the numbers of one question say, the most serious only: the others follow from it. */
function byNumbers(question: AnalysedQuestion, { answers, facility, discrimination }: ItemStatistics): Finding[] {
  const about = { questionId: question.id, answers }
  const guess = guessScore(question)
  // the standard error of a correlation of nothing is 1 ÷ √n
  const error = 1 / Math.sqrt(answers)
  if (discrimination !== null && discrimination < -rules.clear * error)
    return [{ finding: 'negative', ...about, discrimination }]
  if (guess !== null && guess - facility > rules.clear * Math.sqrt((guess * (1 - guess)) / answers))
    return [{ finding: 'belowGuess', ...about, facility, guess }]
  if (facility < rules.nobody) return [{ finding: 'nobody', ...about, facility }]
  if (discrimination !== null && facility < rules.easy && discrimination + rules.clear * error < rules.weak)
    return [{ finding: 'weak', ...about, discrimination }]
  return []
}

const seriousness: readonly Finding['finding'][] = [
  'keySuspect',
  'textSuspect',
  'negative',
  'belowGuess',
  'nobody',
  'weak',
]

/**
 * Which questions should be looked at, the most serious first. Nothing is said of a question with fewer than 30 answers, nor of one that gives everybody the points;
 * a suspect key is said instead of what follows from it.
 * @param restMax points of the rest of a paper
 */
export function findingsOf(
  questions: readonly AnalysedQuestion[],
  tallies: Readonly<Record<string, QuestionTally>>,
  points: number,
  restMax: number,
): Finding[] {
  const found = questions.flatMap((question) => {
    const tally = tallies[question.id]
    if (!tally || question.full) return []
    const statistics = itemStatistics(tally, points)
    const { answers } = statistics
    if (answers < rules.judged) return []
    const suspect =
      question.kind === 'fill'
        ? textSuspect(question, tally, answers)
        : keySuspect(question, tally, answers, Math.max(1, restMax))
    return suspect.length > 0 ? suspect : byNumbers(question, statistics)
  })
  const place = ({ finding }: Finding) => seriousness.indexOf(finding)
  return found.sort((a, b) => place(a) - place(b) || b.answers - a.answers)
}
