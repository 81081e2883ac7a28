import { hardest, type TextVerdict, textPieces, textVerdict } from '@/domain/lesson'
import { checkMessage } from './open-api'

/** Characters of one piece; WeChat takes 2,500. */
const MOST = 2400
/** Longer than any word that a check looks for. */
const OVERLAP = 60

/**
 * WeChat's check of what a member wrote, before anyone else sees it. 'refused': tell the writer (TEXT_REFUSED) and keep nothing; 'review': keep it, and a
 * person looks before it is shown. A check that fails or takes too long says 'review': nothing is lost, and nothing is shown unchecked.
 * The function's config.json must permit `security.msgSecCheck`. No database request.
 * @param openid of the writer, who calls right now: WeChat asks for someone who was here within two hours
 */
export async function checkText(openid: string, text: string): Promise<TextVerdict> {
  const pieces = textPieces(text.trim(), MOST, OVERLAP)
  const verdicts = await Promise.all(pieces.map(async (piece) => textVerdict(await checkMessage(openid, piece))))
  return hardest(verdicts)
}

/**
 * Whether a few words from one person to another (the note of a leave, the reason of a correction) must not be passed on. What the check is not sure of
 * is: the words stand beside what somebody does, and that must not wait for them. Nothing written is nothing to check.
 */
export const isRefused = async (openid: string, words: string): Promise<boolean> =>
  words.trim() !== '' && (await checkText(openid, words)) === 'refused'
