/**
 * From how much on something is shown or said. Fewer papers would tell who answered what, or let chance speak.
 */
export const analysisRules = {
  /** Papers, and answers to a question, from which on anything is shown: with fewer it could be told whose they are. */
  mostPrivate: 5,
  /** Answers to a question from which on it is judged (discrimination, suspects). */
  judged: 30,
  /** Who chose a wrong option, or wrote a text, before it is a reason to look at the key. */
  rivals: 10,
  /**
   * How many standard errors something must be away from chance. Three: a pool has some hundreds of options that are all looked at, and at two some ten of them would
   * be said to be suspect by chance.
   */
  clear: 3,
  /** Below this share of the points hardly anybody knows it. */
  nobody: 0.05,
  /** Below this discrimination a question hardly tells who knows (Moodle: 0.20 and less is weak). */
  weak: 0.2,
  /** A question that nearly all get right cannot discriminate, and need not. */
  easy: 0.9,
  /** Share of the answers from which on an unaccepted text is a reason to look at what is accepted. */
  textShare: 0.1,
  /** What is said of a place: answers, branches that answered, and the difference in the share of the points. */
  placeAnswers: 20,
  placeBranches: 5,
  placeDifference: 0.15,
} as const
