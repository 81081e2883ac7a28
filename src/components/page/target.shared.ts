/** Pages by name, with their parameters. */
export type Target =
  | { page: 'home' }
  | { page: 'quiz'; quizId: string }
  /** `timeUp`: its time ran out and it was handed in by itself. */
  | { page: 'result'; attemptId: string; timeUp?: '1' }
  | { page: 'lesson'; lessonId: string }
  /** `token`: of a code that was scanned on another page. Without a theme day: only to scan. */
  | { page: 'checkin'; themeDayId?: string; token?: string }
  /** The other three tabs. */
  | { page: 'study' }
  | { page: 'activities' }
  | { page: 'me' }
  /** Binding the WeChat identity to the roster. */
  /** `left`: the consent was withdrawn; `ended`: the binding ended elsewhere; `next`: where the person was going. */
  | { page: 'bind'; left?: '1'; ended?: '1'; next?: string }
  | { page: 'persona'; next?: string }
  /** The components, for those who build with them. */
  | { page: 'components' }
  | { page: 'handbook'; chapter?: string; question?: string }
  | { page: 'practise'; of: 'due' | 'wrong' | 'chapter' | 'new'; chapter?: string }
  | { page: 'history' }
  | { page: 'writings' }
  | { page: 'reflect'; kind: 'lesson' | 'themeday'; id: string; title: string }
  | { page: 'record' }
  | { page: 'data' }
  | { page: 'letters'; kind?: string; text?: string }
  | { page: 'about' }
  | { page: 'figures'; orgId: string; from?: string; to?: string }
  | { page: 'missing'; orgId: string; kind: string; from: string; to: string; slice?: string }
  | { page: 'report'; orgId: string; from: string; to: string }
  | { page: 'board'; themeDayId: string }
  | { page: 'attendance'; themeDayId: string }
  | { page: 'members'; orgId: string }
  | { page: 'mailbox'; orgId: string }
  | { page: 'reflections'; orgId: string }

/** Pages that are not in the main package, by their subpackage. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  study: ['handbook', 'practise', 'history', 'writings', 'reflect'],
  mine: ['record', 'data', 'letters', 'about'],
  organiser: ['figures', 'missing', 'report', 'board', 'attendance', 'members', 'mailbox', 'reflections'],
}

/** A target's address inside the app. */
export function urlOf({ page, ...params }: Target): string {
  const room = Object.keys(rooms).find((name) => rooms[name]?.includes(page))
  const path = `${room ? `/${room}` : ''}/pages/${page}/index`
  const query = Object.entries(params)
    .filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return query ? `${path}?${query}` : path
}
