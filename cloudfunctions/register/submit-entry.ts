import { caseSentences } from '@/contracts/errors'
import { submitEntry as contract } from '@/contracts/register-entries'
import { canSeeNames, canSubmitFigure } from '@/domain/people'
import { faultOf, isOfCycle, isTenfold, lastAccepted, parseDecimal, reportersOf, submit } from '@/domain/register'
import { dayOf } from '@/domain/time'
import { writeAudit } from '../_data/audit'
import { storedIndicator } from '../_data/indicators'
import { organisationWithTrail } from '../_data/organisations'
import { entryOf, findEntry, lastAcceptedBefore, writeEntry } from '../_data/register-entries'
import { loadPlace } from '../_data/register-place'
import { isRefused } from '../_data/text-check'
import { implement } from '../_kit/action'
import { indicatorOf } from './indicator-of'
import { shownEntry } from './shown-entry'

/**
 * Six database requests: caller with organisation, indicator and entry · what lies below · what was accepted before · audit log · entry · names; one more when
 * somebody was faster. A repeat: three or four.
 */
export const submitEntry = implement(contract, {
  alongside: (input) => ({
    org: organisationWithTrail(input.orgId),
    stored: storedIndicator(input.code),
    entry: entryOf(input),
  }),
  allow: ({ caller, found: { org }, refuse }) => canSubmitFigure(caller, org[0]?.path ?? refuse('NOT_FOUND')),
  async handle({ caller, input, now, requestId, found, refuse }) {
    const org = found.org[0] ?? refuse('NOT_FOUND')
    const { code, period, key, was, document, asOfDay, note, jumpSeen } = input
    const indicator = indicatorOf(found.stored[0], code, org) ?? refuse('NOT_FOUND')
    const { decimals } = indicator
    if (!isOfCycle(period, indicator.cycle)) return refuse('NOT_DUE')
    const by = caller.person._id
    const reader = { personId: by, seesNames: canSeeNames(caller, org.path) }
    const value = parseDecimal(input.value, decimals) ?? refuse('VALUE_WRONG')
    const [entry = null] = found.entry
    const earlier = await lastAcceptedBefore(input)
    const last = lastAccepted(earlier ? [{ periodEnd: '', value: earlier.value }] : [], entry)
    const jumpFrom = isTenfold(value, last, decimals) ? last : null
    const submission = { value, document, asOfDay, note, key, by, at: now, jumpFrom, verdict: null }
    const decide = (present: typeof entry) => {
      const submitted = submit(present, submission, was)
      if (submitted.kind !== 'refused') return submitted
      const say = submitted.why === 'CHANGED_MEANWHILE' ? caseSentences.figureChanged.say : undefined
      return refuse(submitted.why, undefined, say)
    }

    const submitted = decide(entry)
    // sent again, because the answer was lost: what was right then is not asked about once more
    if (submitted.kind === 'again') return shownEntry(entry, decimals, reader)
    const today = dayOf(now)
    const fault = faultOf(indicator, period, submission, today)
    if (fault) return refuse(fault)
    const { node, above } = await loadPlace(org)
    if (!reportersOf(indicator, period, node, above, today).some(({ id }) => id === org._id)) return refuse('NOT_DUE')
    if (jumpFrom !== null && !jumpSeen) return refuse('TENFOLD')
    if (await isRefused(caller.openid, [document.name, document.number, note].join('\n')))
      return refuse('TEXT_REFUSED', 'note', caseSentences.figureWordsRefused.say)
    const action = 'submitEntry'
    // before the change: one that stands without its line could not be traced
    await writeAudit({
      _id: `${requestId}.${action}`,
      actor: by,
      action,
      object: `${code}.${org._id}.${period}`,
      at: now,
      requestId,
    })
    if (await writeEntry(input, org.path, submitted.entry, was)) return shownEntry(submitted.entry, decimals, reader)
    // somebody was faster: the same call sent twice, or another one, which this one has not seen
    const current = await findEntry(input)
    return decide(current).kind === 'again' ? shownEntry(current, decimals, reader) : refuse('BUSY')
  },
})
