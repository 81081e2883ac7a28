/** Pages on which somebody is in the middle of something: a question there would cost them a tap, a new start more. */
const busy = ['quiz', 'practise', 'lesson', 'reflect', 'letters', 'checkin', 'board', 'attendance', 'bind'] as const

/** Whether one may be asked something on the page with this path (`pages/home/index`, `/study/pages/practise/index`). */
export const mayAskOn = (path: string): boolean => !busy.some((page) => path.includes(`pages/${page}/`))
