import { caseSentences } from '@/contracts/errors'
import { judgeEntry as contract } from '@/contracts/register-entries'
import { canJudgeFigure, canSeeNames } from '@/domain/people'
import { type Entry, entryId, judge } from '@/domain/register'
import { writeAudit } from '../_data/audit'
import { storedIndicator } from '../_data/indicators'
import { organisationById } from '../_data/organisations'
import { entryOf, findEntry, writeEntry } from '../_data/register-entries'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { indicatorOf } from './indicator-of'
import { shownEntry } from './shown-entry'

/** Four database requests: caller with organisation, indicator and entry · audit log · entry · names; one more when somebody was faster. A repeat: two. */
export const judgeEntry = implement(contract, {
  alongside: (input) => ({
    org: organisationById(input.orgId),
    stored: storedIndicator(input.code),
    entry: entryOf(input),
  }),
  allow: ({ caller, found: { org }, refuse }) => canJudgeFigure(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const entry = found.entry[0] ?? refuse('NOT_FOUND')
    const { decimals } = indicatorOf(found.stored[0], input.code, org) ?? refuse('NOT_FOUND')
    const by = caller.person._id
    const reader = { personId: by, seesNames: canSeeNames(caller, org.path) }
    const words = input.verdict.accept ? '' : input.verdict.words
    const decide = (present: Entry) => {
      const judged = judge(present, input.n, { accepted: input.verdict.accept, words, by, at: now })
      if (judged.kind !== 'refused') return judged
      const say = judged.why === 'CHANGED_MEANWHILE' ? caseSentences.figureJudged.say : undefined
      return refuse(judged.why, undefined, say)
    }

    const judged = decide(entry)
    if (judged.kind === 'again') return shownEntry(entry, decimals, reader)
    if (await isRefused(caller.openid, words)) return refuse('TEXT_REFUSED', 'words', caseSentences.reasonRefused.say)
    const action = input.verdict.accept ? 'acceptEntry' : 'returnEntry'
    const object = entryId(input.code, org._id, input.period)
    // before the change: one that stands without its line could not be traced
    await writeAudit({ _id: `${requestId}.${action}`, actor: by, action, object, at: now, requestId })
    if (await writeEntry(input, entry.path, judged.entry, entry.revision))
      return shownEntry(judged.entry, decimals, reader)
    const current = (await findEntry(input)) ?? refuse('NOT_FOUND')
    return decide(current).kind === 'again' ? shownEntry(current, decimals, reader) : refuse('BUSY')
  },
})
