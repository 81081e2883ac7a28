/** Put in place by the build, from package.json. */
declare const APP_VERSION_TEXT: string

export const APP_VERSION = APP_VERSION_TEXT

/** What the app does not do, by the guidance against formalism. */
export const principles = [
  { title: '不算积分，不排名次', text: '不和别人比，也不拿学习次数评先评优。' },
  { title: '不统计学习时长', text: '学完一课，是看到最后并答对检查题，不看用了多少分钟。' },
  { title: '不要求天天打卡', text: '该参加的提前告诉您，其余时间随您。' },
  { title: '不强制拍照，不记录位置', text: '签到只看签到码，不看您在哪里。' },
] as const

/** The open-source parts that run on the phone. */
export const licences = [
  { name: 'React 18', licence: 'MIT' },
  { name: 'Taro 4', licence: 'MIT' },
  { name: 'Valibot', licence: 'MIT' },
  { name: 'ts-fsrs（间隔复习）', licence: 'MIT' },
  { name: 'qrcode-generator（签到码）', licence: 'MIT' },
] as const
