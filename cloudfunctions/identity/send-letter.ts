import { sendLetter as contract } from '@/contracts/me'
import { letterGoesTo, tooManyTries, tryStanding } from '@/domain/people'
import type { LetterDoc } from '../_data/documents'
import { addLetter, findLetter, letterId } from '../_data/letters'
import { findOrganisation } from '../_data/organisations'
import { checkText } from '../_data/text-check'
import { countTry, triesId, triesOf } from '../_data/tries'
import { implement } from '../_kit/action'
import { letterOf } from './letter-of'

const saysTheSame = (letter: LetterDoc, other: Pick<LetterDoc, 'kind' | 'text'>): boolean =>
  letter.kind === other.kind && letter.text === other.text

/**
 * Everyone may write, a few times an hour. A letter of which WeChat's check is not sure is delivered, and says so to its readers: a complaint is not
 * held back because it is harsh.
 */
export const sendLetter = implement(contract, {
  alongside: (_input, { openid }) => ({ tries: triesOf(triesId('letter', openid)) }),
  allow: () => true,
  async handle({ caller, input: { key, kind, text }, now, found, refuse }) {
    const { person, openid, orgPath } = caller
    const id = letterId(person._id, key)
    const toOrgId = letterGoesTo(kind, orgPath)
    // sent again, because the answer was lost: no letter more, and no try
    const earlier = await findLetter(id)
    if (earlier && !saysTheSame(earlier, { kind, text })) return refuse('KEY_USED')
    const toOrg = await findOrganisation(earlier?.toOrgId ?? toOrgId)
    if (earlier) return letterOf(earlier, toOrg?.name ?? '')

    const tries = found.tries[0] ?? null
    if (!(await countTry('letter', openid, now, tries)))
      return refuse('TOO_MANY_TRIES', 'letter', tooManyTries('letter', tryStanding('letter', tries, now).opensAt))
    const verdict = await checkText(openid, text)
    if (verdict === 'refused') return refuse('TEXT_REFUSED')
    const letter: LetterDoc = {
      _id: id,
      personId: person._id,
      kind,
      text,
      sentAt: now,
      fromOrgId: person.orgId,
      toOrgId,
      unchecked: verdict === 'review',
      answered: false,
      answer: null,
    }
    if ((await addLetter(letter)) === 'inserted') return letterOf(letter, toOrg?.name ?? '')
    // the same call twice at once: the other one of the two was faster
    const first = (await findLetter(id)) ?? letter
    return saysTheSame(first, letter) ? letterOf(first, toOrg?.name ?? '') : refuse('KEY_USED')
  },
})
