import { caseSentences } from '@/contracts/errors'
import type { ReflectionAbout } from '@/contracts/writing'
import { submitReflection as contract } from '@/contracts/writing'
import { decideReflection, firstState } from '@/domain/lesson'
import { isAddressee, isInvited } from '@/domain/people'
import { dayOf } from '@/domain/time/day'
import type { AlongsideSpec, Found } from '../_data/alongside'
import type { Caller } from '../_data/callers'
import type { ReflectionDoc } from '../_data/documents'
import { lessonById } from '../_data/lessons'
import { findReflection, ownReflection, reflectionId, writeReflection } from '../_data/reflections'
import { checkText } from '../_data/text-check'
import { themeDayWithOrg } from '../_data/theme-days'
import { implement } from '../_kit/action'
import { shownReflection } from './shown-reflection'

const MOST_TRIES = 4

const about = ({ kind, id }: ReflectionAbout, openid: string) => ({
  lesson: lessonById(kind === 'lesson' ? id : ''),
  themeDay: themeDayWithOrg(kind === 'themeday' ? id : ''),
  reflection: ownReflection({ kind, id }, openid),
})
type Spec = ReturnType<typeof about> & AlongsideSpec

/** Two database requests: the caller with what it is about and the earlier text, and the text; two more for each time that another phone was faster. */
export const submitReflection = implement(contract, {
  alongside: (input, { openid }) => about(input.about, openid),
  allow: ({ caller, found, refuse, now }) => {
    const { lesson, themeDay } = subjectOf(found)
    if (lesson && lesson.publishedAt <= now) return isAddressee(caller, lesson.orgId)
    if (themeDay) return isInvited(caller, themeDay.orgId, dayOf(themeDay.startsAt))
    return refuse('NOT_FOUND')
  },
  async handle({ caller, input, now, found, refuse }) {
    const { lesson, themeDay } = subjectOf(found)
    const title = lesson?.title ?? themeDay?.title ?? refuse('NOT_FOUND')
    let kept: ReflectionDoc | null = found.reflection[0] ?? null
    let state: ReflectionDoc['state'] | null = null
    for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
      const decision = decideReflection(kept, input)
      if (decision.reflection === 'unseen')
        return refuse('CHANGED_MEANWHILE', undefined, caseSentences.reflectionUnseen.say)
      if (decision.reflection === 'keep' && kept) return shownReflection(kept)
      state ??= await stateOf(caller, input.text, refuse)
      const reflection: ReflectionDoc = {
        _id: reflectionId(input.about, caller.person._id),
        personId: caller.person._id,
        orgId: caller.org._id,
        about: input.about,
        title,
        text: input.text,
        writtenAt: Math.max(now, (kept?.writtenAt ?? 0) + 1),
        pen: input.pen,
        state,
        returned: null,
        judgedBy: null,
      }
      if (await writeReflection(reflection, kept)) return shownReflection(reflection)
      kept = await findReflection(reflection._id)
    }
    return refuse('BUSY')
  },
})

const subjectOf = ({ lesson, themeDay }: Found<Spec>) => ({ lesson: lesson[0], themeDay: themeDay[0] })

async function stateOf({ openid }: Caller, text: string, refuse: (code: 'TEXT_REFUSED') => never) {
  const verdict = await checkText(openid, text)
  return verdict === 'refused' ? refuse('TEXT_REFUSED') : firstState(verdict)
}
