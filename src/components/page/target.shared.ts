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
  /** What one was told. */
  | { page: 'inbox' }
  | { page: 'figures'; orgId: string; from?: string; to?: string; slice?: string }
  | { page: 'figure'; orgId: string; code: string; from: string; to: string; slice?: string }
  /** `form`: theme days of this form only. */
  | { page: 'missing'; orgId: string; kind: string; from: string; to: string; slice?: string; form?: string }
  /** Who took part: in one activity, or (without `id`) in any. */
  | {
      page: 'activity'
      orgId: string
      kind: string
      from: string
      to: string
      slice?: string
      id?: string
      form?: string
    }
  | { page: 'participation'; kind: string; personId: string; from: string; to: string; activityId?: string }
  | { page: 'reports'; orgId: string }
  /** `version`: left out, the latest. */
  | { page: 'report'; orgId: string; from: string; to: string; version?: string }
  | { page: 'board'; themeDayId: string }
  | { page: 'attendance'; themeDayId: string }
  | { page: 'members'; orgId: string }
  | { page: 'mailbox'; orgId: string }
  | { page: 'reflections'; orgId: string }
  /** 台账: the manual figures of an organisation, one of them, what one organisation reported, and which there are. */
  | { page: 'register'; orgId: string }
  | { page: 'indicator'; orgId: string; code: string; period?: string }
  | { page: 'entry'; orgId: string; code: string; period: string }
  /** `code`: of one to change; `new`: to add one. */
  | { page: 'define'; orgId: string; code?: string }
  | { page: 'exports' }
  | { page: 'quizzes'; orgId: string }
  /** Without `draftId`: a new one. */
  | { page: 'make-quiz'; orgId: string; draftId?: string }
  | { page: 'quiz-desk'; quizId: string }
  | { page: 'analysis'; quizId: string; orgId: string }
  | { page: 'lessons-desk'; orgId: string }
  | { page: 'plan-days'; orgId: string }

/** Pages that are not in the main package, by their subpackage. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  study: ['handbook', 'practise', 'history', 'writings', 'reflect'],
  mine: ['record', 'data', 'letters', 'about', 'inbox'],
  organiser: [
    'figures',
    'figure',
    'activity',
    'participation',
    'missing',
    'report',
    'board',
    'attendance',
    'members',
    'mailbox',
    'reflections',
    'reports',
    'register',
    'indicator',
    'entry',
    'define',
    'exports',
    'quizzes',
    'make-quiz',
    'quiz-desk',
    'analysis',
    'lessons-desk',
    'plan-days',
  ],
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
