import type { IconName, IconTone } from '@/components/icon/icon.shared'
import type { Target } from '@/components/page/go'
import { trackWords } from '@/components/words/kind.shared'
import { untilWords, whenWords } from '@/components/words/when.shared'
import type { Task } from './home.shared'

export interface TaskTag {
  text: string
  tone: 'red' | 'ok' | 'wait' | 'grey'
}

/** How a task is shown: as the red card (`lead`, `action`) or as a row (`icon`, `tag`). */
export interface TaskWords {
  key: string
  lead: string
  title: string
  note: string
  action: string
  icon: IconName
  tone: IconTone
  tag: TaskTag | null
  target: Target | null
}

type Of<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>

const waitingTag: TaskTag = { text: '待上传', tone: 'wait' }

function quizNote({ quiz, state, held }: Of<'quiz'>, now: number): string {
  const left = quiz.attemptsAllowed - quiz.attemptsUsed
  const until = `${untilWords(quiz.closesAt, now)} 截止`
  if (state === 'waiting') return held ? '还没存下，请先别关小程序' : '已存在手机里，联网后自动送出'
  if (state === 'open') return '答过的都在手机里，接着答就行'
  if (state === 'sealed') return `没网也能答，开封后才计时，${until}`
  if (quiz.mode === 'daily')
    return state === 'taken' ? '今天的答完了，看看解析' : `${quiz.questions} 题，想答就答，不计天数`
  if (state === 'taken') return left > 0 && now < quiz.closesAt ? `看结果，还可再答 ${left} 次` : '看结果和解析'
  if (state === 'used') return '次数已用完'
  if (state === 'over') return '已经截止'
  return `${quiz.questions} 题，${until}，可答 ${left} 次`
}

function quizTarget({ quiz, state, waitingAttemptId }: Of<'quiz'>): Target | null {
  if (waitingAttemptId) return { page: 'result', attemptId: waitingAttemptId }
  // what was begun and ran out is handed in from there
  const goesOn = state === 'open' || state === 'sealed' || state === 'due' || (state === 'over' && quiz.openAttemptId)
  if (goesOn) return { page: 'quiz', quizId: quiz.id }
  return quiz.lastAttemptId ? { page: 'result', attemptId: quiz.lastAttemptId } : null
}

function quizLead({ quiz, state, urgency }: Of<'quiz'>): string {
  if (state === 'open') return quiz.minutes > 0 ? '还没交卷 · 时间还在走' : '还没交卷'
  if (state === 'sealed') return '已下载 · 没开封'
  const due = urgency === 'today' ? '今天要做的' : '要做的'
  return quiz.minutes > 0 ? `${due} · 限时 ${quiz.minutes} 分钟` : due
}

function quizWords(task: Of<'quiz'>, now: number): TaskWords {
  const { quiz, state } = task
  const tags: Partial<Record<typeof state, TaskTag>> = {
    open: { text: '没交卷', tone: 'wait' },
    sealed: { text: '已下载', tone: 'grey' },
    waiting: waitingTag,
    taken: { text: quiz.mode === 'daily' ? '今天已答' : '已参加', tone: 'ok' },
  }
  return {
    key: `quiz:${quiz.id}`,
    lead: quizLead(task),
    title: quiz.title,
    note: quizNote(task, now),
    action: state === 'open' ? '接着答题' : state === 'sealed' ? '去开封' : '开始答题',
    icon: 'pencil',
    tone: 'red',
    tag: tags[state] ?? null,
    target: quizTarget(task),
  }
}

function lessonWords({ lesson, state }: Of<'lesson'>): TaskWords {
  const tags: Partial<Record<typeof state, TaskTag>> = { waiting: waitingTag, done: { text: '已完成', tone: 'ok' } }
  return {
    key: `lesson:${lesson.id}`,
    lead: `微党课 · 约 ${lesson.minutes} 分钟`,
    title: lesson.title,
    note: `微党课 · ${trackWords[lesson.track]}`,
    action: '开始学习',
    icon: 'book',
    tone: 'gold',
    tag: tags[state] ?? null,
    target: { page: 'lesson', lessonId: lesson.id },
  }
}

const themeDayTags: Readonly<Partial<Record<Of<'themeday'>['state'], TaskTag>>> = {
  open: { text: '正在签到', tone: 'red' },
  near: { text: '快开始了', tone: 'red' },
  late: { text: '等书记确认', tone: 'wait' },
  remote: { text: '可线上参加', tone: 'red' },
  waiting: waitingTag,
  leave: { text: '已请假', tone: 'grey' },
  done: { text: '已签到', tone: 'ok' },
  over: { text: '已结束', tone: 'grey' },
}

const themeDayActions: Readonly<Partial<Record<Of<'themeday'>['state'], string>>> = {
  open: '去签到',
  near: '去签到',
  remote: '线上参加',
}

const themeDayLeads: Readonly<Partial<Record<Of<'themeday'>['state'], string>>> = {
  open: '正在签到',
  near: '主题党日快开始了',
  remote: '您在外地，可以线上参加',
}

/** A title that does not say of itself what it is. */
const themeDayTitle = ({ title }: Of<'themeday'>['themeDay']): string =>
  title.includes('主题党日') ? title : `主题党日 · ${title}`

function hostWords({ themeDay, state }: Of<'host'>, now: number): TaskWords {
  return {
    key: `host:${themeDay.id}`,
    lead: state === 'open' ? '您主持的活动 · 正在签到' : '您主持的活动 · 今天',
    title: themeDayTitle(themeDay),
    note: `${whenWords(themeDay.startsAt, now)}，${themeDay.place}`,
    action: '主持签到',
    icon: 'people',
    tone: 'red',
    tag: { text: '主持签到', tone: 'red' },
    target: { page: 'board', themeDayId: themeDay.id },
  }
}

function themeDayWords({ themeDay, state }: Of<'themeday'>, now: number): TaskWords {
  return {
    key: `themeday:${themeDay.id}`,
    lead: themeDayLeads[state] ?? '接下来',
    title: themeDayTitle(themeDay),
    note: `${whenWords(themeDay.startsAt, now)}，${themeDay.place}`,
    action: themeDayActions[state] ?? '看安排',
    icon: 'calendar',
    tone: 'red',
    tag: themeDay.cancelled ? { text: '已取消', tone: 'grey' } : (themeDayTags[state] ?? null),
    target: { page: 'checkin', themeDayId: themeDay.id },
  }
}

const reviewWords = ({ count }: Of<'review'>): TaskWords => ({
  key: 'review',
  lead: '有空看一眼',
  title: `今天复习 ${count} 题`,
  note: '快要忘的，先看一眼',
  action: '开始复习',
  icon: 'history',
  tone: 'ok',
  tag: null,
  target: { page: 'practise', of: 'due' },
})

/** The words of a task, at the server's `now`. */
export function taskWords(task: Task, now: number): TaskWords {
  switch (task.kind) {
    case 'quiz':
      return quizWords(task, now)
    case 'lesson':
      return lessonWords(task)
    case 'themeday':
      return themeDayWords(task, now)
    case 'host':
      return hostWords(task, now)
    case 'review':
      return reviewWords(task)
  }
}
