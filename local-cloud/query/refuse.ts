import type { CloudError } from '../errors'
import { badRequest } from '../errors'

/** What MongoDB refuses, with its words and its number; the platform's own code is -502001. */
export const refuse = (code: number, words: string): CloudError => badRequest(`${words} (MongoDB error ${code})`)
