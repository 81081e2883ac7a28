import type { OrganisationKind } from '@/contracts/identity'

/**
 * The report's text as data. What is printed follows from these types and from the figures alone, so that a person can read a
 * part's file and know every sentence that can appear.
 */

/**
 * Words with places in braces: `{quiz.people}` is a figure by its code, `{~quiz.people}` the same rounded down (2,800多), `{a|b}` how many percentage points
 * the ratio b lies above a, `{$org}` one of the words of `Place`. Written without the closing 。; units stand in the words.
 */
export type Say = string

/** Words that a say may use besides figures: whose report, its scope in a word (全县, 本支部 …), the period, the state of the data. */
export type Place = '$org' | '$scope' | '$from' | '$to' | '$asOf'

/** When a clause is said. A figure without a value makes every condition on it false. */
export type Condition =
  | { readonly figure: string; readonly is: 'positive' }
  | { readonly figure: string; readonly is: 'below'; readonly than: number }
  /** At least one figure of the report has no source. */
  | { readonly is: 'somethingMissing' }

/** A part of a sentence that stands or falls as a whole. */
export interface Clause {
  readonly say: Say
  readonly when?: Condition
  /** Said when `when` does not hold; otherwise nothing is. */
  readonly otherwise?: Say
  /** Said when a ratio of the clause has nothing to divide by; otherwise nothing is. */
  readonly notDue?: Say
  /** When its figures have no source, they are named by this together, once for all clauses that say the same. */
  readonly called?: string
}

/**
 * Clauses joined by ，. A clause with a figure that has no source is left out and the figure is named, with the others of the
 * section, in one sentence of 暂无数据来源.
 */
export interface Sentence {
  /** `<section>.<name>`, stable: what people wrote in its place is kept under it. */
  readonly id: string
  readonly clauses: readonly Clause[]
  /** Words before the first clause that is said, when any is. */
  readonly lead?: string
  /** When this figure is truly 0, `say` stands for the whole sentence. */
  readonly zero?: { readonly of: string; readonly say: Say }
  /** Clauses that follow from comparing figures, said after the others. */
  readonly compared?: Comparison
  /** Kinds of organisations that it makes sense for; all unless told. */
  readonly only?: readonly OrganisationKind[]
}

/** Figures that are compared; nothing is said when there is nothing to compare. */
export type Comparison =
  /** The highest and the lowest of several ratios, and how far they lie apart. */
  | {
      readonly is: 'extremes'
      readonly what: string
      readonly of: readonly { readonly code: string; readonly name: string }[]
    }
  /** Organisations right below the report's that lie far behind it, by name; never people. */
  | { readonly is: 'behind'; readonly what: string; readonly code: string }

/** Sentences that follow each other in one paragraph. */
export type Sentences = readonly Sentence[]

export interface Section {
  /** Stable; sentences that people added belong to it. */
  readonly id: string
  /** Without its （一）: sections that say nothing are left out and the rest is numbered. */
  readonly heading: string
  readonly paragraphs: readonly Sentences[]
  /** Paragraphs begin with 1. 2. … */
  readonly numbered?: true
}

export interface Part {
  /** Without its 一、 */
  readonly heading: string
  readonly sections: readonly Section[]
}

export interface Template {
  /** Follows the organisation's name in the title. */
  readonly title: string
  /** Before the first part. */
  readonly opening: readonly Sentences[]
  readonly parts: readonly Part[]
  /** The part that ends with the indicators of which the template does not speak. */
  readonly othersIn: string
}

/** One clause, always said when its figures are there. */
export const plain = (id: string, say: Say, only?: readonly OrganisationKind[]): Sentence => ({
  id,
  clauses: [{ say }],
  only,
})

/** Organisations that have others below them; a branch's report leaves out what only they do. */
export const above: readonly OrganisationKind[] = ['county', 'committee', 'generalBranch']
