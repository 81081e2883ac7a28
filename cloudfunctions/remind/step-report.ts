import { canReport, canReviewReport, isSeated } from '@/domain/people'
import { reportWords } from '@/domain/remind'
import { isAwaited } from '@/domain/report'
import type { PersonDoc, SendingDoc } from '../_data/documents'
import { findOrganisation } from '../_data/organisations'
import { findOfficers } from '../_data/people'
import { addReminders } from '../_data/reminders'
import { findReport, reportId } from '../_data/reports'
import { reminderOf } from './reminder-of'
import type { Step } from './run-sending'

const end = { after: null, more: false, already: 0 }

/** To whoever may take a report's next step, by the rule by which they take it; of one that has gone on meanwhile to nobody. Those are the officers of one organisation and above it. */
export async function stepReport(sending: SendingDoc): Promise<Step> {
  const { report: asked } = sending
  if (!asked) return end
  const { revision, ...place } = asked
  const [report, org] = await Promise.all([findReport(reportId(place, place.version)), findOrganisation(place.orgId)])
  if (!report || !org || report.revision !== revision) return end
  const standing = { ...report, latest: true }
  const awaited = (person: PersonDoc) => {
    const caller = { orgPath: [], roles: person.roles }
    const [mayWrite, mayReview] = [canReport(caller, org.path), canReviewReport(caller, org.path)]
    return isSeated(person) && isAwaited(standing, { personId: person._id, mayWrite, mayReview })
  }
  const words = report.steps[report.steps.length - 1]?.words ?? null
  const text = reportWords(org.name, place, report.state, words)
  const mark = `${place.from}-${place.version}-${revision}`
  const about = { text, template: null, activityId: place.orgId, mark, report: place }
  const told = (await findOfficers(org.path)).filter(awaited)
  await addReminders(told.map(({ _id: personId }) => reminderOf(sending, { personId, ...about })))
  return end
}
