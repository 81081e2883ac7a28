/** Longer than this a part hardly fits on a line of large text, and is better left to flow. */
const PART_LIMIT = 12

/**
 * The parts of a title that are read in one breath: `十一月主题党日：走访服务群众` is two, the colon ends the first. The whole title where there
 * is no colon inside, or where a part is too long to stay together.
 */
export function phrasesOf(title: string): readonly string[] {
  const at = title.indexOf('：') + 1
  const parts = [title.slice(0, at), title.slice(at)]
  return parts.every(({ length }) => length > 0 && length <= PART_LIMIT) ? parts : [title]
}

/** A clause longer than this fills a line of its own, and is better left to flow. */
const CLAUSE_LIMIT = 17

/**
 * A sentence or two in clauses that stay together when centred: `点“新建报告”，选好时间段，正文会按记录自动写好。` is three. The whole where a clause is
 * too long for a line.
 */
export function clausesOf(text: string): readonly string[] {
  const clauses = text.match(/[^，。；！？]+[，。；！？]?[”』」）]?/g) ?? [text]
  return clauses.join('') === text && clauses.every(({ length }) => length <= CLAUSE_LIMIT) ? clauses : [text]
}

/** Keeps a number on the line of its unit: `比上月缩小 5.4 个` does not end in a line that says `个`. */
export const tied = (text: string): string => text.replace(/(\d%?) (?=\S)/g, '$1\u00a0')
