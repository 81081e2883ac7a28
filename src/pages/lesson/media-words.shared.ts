import type { CallError } from '@/services/transport/call-error'

/** A recording or film that began and does not go on. */
export const BROKEN_OFF = '播放中断了，可能是网络不稳。可以再点一次播放，或者先看下面的文字，说的是一样的。'

/** Why there is no sound or film now, and what to do. It is never needed: the words below say the same. */
export function whyNot({ code, message }: Pick<CallError, 'code' | 'message'>): string {
  if (code === 'OFFLINE') return '现在没有网络，播放不了。先看下面的文字，说的是一样的；有网再点一次。'
  return `${message}可以先看下面的文字，说的是一样的。`
}
