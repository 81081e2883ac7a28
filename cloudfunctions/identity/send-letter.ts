import { sendLetter as contract } from '@/contracts/me'
import { letterWay, tooManyTries, tryStanding } from '@/domain/people'
import type { LetterDoc } from '../_data/documents'
import { addLetter, findLetter, letterId } from '../_data/letters'
import { findOrganisations } from '../_data/organisations'
import { checkText } from '../_data/text-check'
import { countTry, triesId, triesOf } from '../_data/tries'
import { implement } from '../_kit/action'
import { letterOf, orgIdsOf } from './letter-of'

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
    const { person, openid, org, orgPath, roles } = caller
    const shown = async (letter: LetterDoc) => letterOf(letter, await findOrganisations(orgIdsOf(letter)), now)
    const id = letterId(person._id, key)
    // sent again, because the answer was lost: no letter more, and no try
    const earlier = await findLetter(id)
    if (earlier) return saysTheSame(earlier, { kind, text }) ? shown(earlier) : refuse('KEY_USED')

    const tries = found.tries[0] ?? null
    if (!(await countTry('letter', openid, now, tries)))
      return refuse('TOO_MANY_TRIES', 'letter', tooManyTries('letter', tryStanding('letter', tries, now).opensAt))
    const verdict = await checkText(openid, text)
    if (verdict === 'refused') return refuse('TEXT_REFUSED')
    const { to, about } = letterWay(kind, { orgPath, orgKind: org.kind, roles })
    const letter: LetterDoc = {
      _id: id,
      personId: person._id,
      kind,
      text,
      sentAt: now,
      fromOrgId: person.orgId,
      toOrgIds: [...to],
      toOrgId: to[0] ?? person.orgId,
      aboutOrgIds: [...about],
      unchecked: verdict === 'review',
      answered: false,
      answer: null,
    }
    if ((await addLetter(letter)) === 'inserted') return shown(letter)
    // the same call twice at once: the other one of the two was faster
    const first = (await findLetter(id)) ?? letter
    return saysTheSame(first, letter) ? shown(first) : refuse('KEY_USED')
  },
})
