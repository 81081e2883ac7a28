/**
 * Every error code that an action can answer with, and the sentence that a person reads. One table for client and server: the
 * sentence says what happened and what to do next. `retry` tells the client that sending the same call again may succeed.
 */
export const errorTable = {
  // the kit's own: any action may answer with these
  BAD_INPUT: { message: '提交的内容不完整或格式不对，请检查后再试。', retry: false },
  UNKNOWN_ACTION: { message: '这个功能暂时打不开，请更新小程序后再试。', retry: false },
  NOT_SIGNED_IN: { message: '请在微信里打开小程序后再试。', retry: false },
  NOT_BOUND: { message: '您的微信还没有对应到党员名册，请联系所在支部书记。', retry: false },
  NOT_MEMBER: {
    message: '您的组织关系已经转出，这里不再记录您的学习和活动。如有疑问，请联系原支部书记。',
    retry: false,
  },
  FORBIDDEN: { message: '这项内容不在您的职责范围内。如需查看，请联系上级组织。', retry: false },
  NOT_FOUND: { message: '没有找到这项内容，可能已经撤下。请返回首页再看。', retry: false },
  TOO_MUCH: { message: '这段时间的记录太多，一次核对不完。请缩短时间段，或选择下级组织后再试。', retry: false },
  TOO_MANY_JOBS: { message: '您要的文件太多，还没有做完。请等前面的做好，或过一天再试。', retry: false },
  BUSY: { message: '系统正忙，内容还在您手机里，请稍候再试。', retry: true },
  INTERNAL: { message: '系统出了点问题，请稍后再试。内容没有丢。', retry: true },
  // who may go on trying; the answer's own sentence says from when
  TOO_MANY_TRIES: { message: '输错的次数太多，请过一小时再试，或联系所在支部书记。', retry: false },
  // binding a WeChat identity to a roster entry
  CONSENT_NEEDED: { message: '请先阅读并同意最新的个人信息说明，再继续。', retry: false },
  INVITATION_WRONG: { message: '邀请码不对，请核对后重新输入，或请支部书记再发一个。', retry: false },
  INVITATION_EXPIRED: { message: '这个邀请码已经用过或过期，请支部书记再发一个。', retry: false },
  ALREADY_BOUND: { message: '您的微信已经对应到另一位党员。请先在“我的”里解除，再重新绑定。', retry: false },
  PERSON_BOUND: { message: '名册上的这位党员已经对应了另一个微信。换了微信请向支部书记要邀请码。', retry: false },
  PHONE_CODE_EXPIRED: { message: '手机号验证已经过期，请再点一次“用手机号绑定”。', retry: false },
  PHONE_INVALID: { message: '这个手机号不对，请核对后重新输入。', retry: false },
  PHONE_UNKNOWN: { message: '名册里没有这个手机号，或有几位党员共用。请向支部书记要邀请码。', retry: false },
  // what was taken back, or cannot be entered because the person was no member then
  WITHDRAWN: { message: '您的这次记录已被更正为未参加，请联系支部书记。', retry: false },
  NOT_MEMBER_THEN: { message: '那一天这名党员不在名册上，请核对日期。', retry: false },
  // the roster
  MOVE_DAY: { message: '生效日期不能晚于今天，也不能早于400天前，请核对。', retry: false },
  MOVE_BEFORE_LAST: { message: '生效日期早于这名党员上一次变动，请核对日期。', retry: false },
  SAME_ORGANISATION: { message: '这名党员已经在这个支部，或支部与自己重复，请核对。', retry: false },
  ALREADY_LEFT: { message: '这名党员的组织关系已经转出，请刷新名册再看。', retry: false },
  STILL_MEMBER: { message: '这名党员还在名册上。换支部请用“转接”。', retry: false },
  ALREADY_SO: { message: '名册上已经是这样，不用再改。', retry: false },
  NOT_A_BRANCH: { message: '党员只能编入党支部，请选择一个党支部。', retry: false },
  ORG_ENDED: { message: '这个支部已经撤销或合并，请选择现有的支部。', retry: false },
  SPLIT_INCOMPLETE: { message: '原支部还有党员没有编入新支部，请逐一编好再提交。', retry: false },
  KEY_USED: { message: '这次提交和先前的内容不一致，请返回重新填写。', retry: false },
  // quizzes
  QUIZ_NOT_OPEN: { message: '答题还没有开始，请在开放时间内再来。', retry: false },
  QUIZ_CLOSED: { message: '这次答题已经截止，不能再答了。可以回首页看看其他学习内容。', retry: false },
  NO_ATTEMPTS_LEFT: { message: '这次答题的次数已经用完，可以查看以前的成绩。', retry: false },
  ATTEMPT_EXPIRED: { message: '答题时间已到，这份答卷没有计入。如还有次数，可以重新开始。', retry: false },
  ANSWERS_DO_NOT_FIT: { message: '答案和这份试卷对不上，请返回首页重新打开答题。', retry: false },
  NOT_SUBMITTED: { message: '这份答卷还没有提交，提交后才能看结果。', retry: false },
  ALREADY_SUBMITTED: { message: '这份答卷已经交过了，请看结果。', retry: false },
  // making quizzes, publishing lessons, planning theme days
  QUIZ_INCOMPLETE: { message: '题目还没有备齐，请按页面上的提示补齐再发布。', retry: false },
  PLAN_TIMES: { message: '时间不对，请核对：结束要晚于开始，也不能是过去的时间。', retry: false },
  NOTHING_ELSE: { message: '题库里没有符合这条规则的别的题了，可以放宽规则再换。', retry: false },
  QUIZ_BEGUN: { message: '已经有党员开始答题，不能收回了。可以提前截止，或等它结束。', retry: false },
  KEYS_OUT: { message: '答案已经公布，再延长就不公平了。请新建一次答题。', retry: false },
  LESSON_INCOMPLETE: { message: '这门课还没有写完，请补齐每一节的文字、依据和检查题。', retry: false },
  LESSON_TAKEN: { message: '已经有党员学完这门课，不能撤下了。确有差错，请另发一门更正的课。', retry: false },
  THEMEDAY_OPENED: { message: '这次活动的签到已经打开过，或时间已经过了，不能再改。', retry: false },
  TOO_LATE_TO_UNDO: { message: '可以撤销的时间已经过了。还要继续的话，请改为延长截止时间。', retry: false },
  KEY_DOES_NOT_FIT: { message: '这样的答案不适合这道题，请核对题型和选项后再改。', retry: false },
  KEY_UNCHANGED: { message: '改后的答案和现在的一样，没有可更正的。', retry: false },
  // texts that members write
  TEXT_REFUSED: { message: '这段文字没有通过微信的内容检查，请修改后再提交。您写的还在手机里。', retry: false },
  NOTE_TOO_LONG: {
    message: '两部手机上的笔记合起来超过3000字，存不下了。两边都还在，请打开这条笔记，删短一些再保存。',
    retry: false,
  },
  CHANGED_MEANWHILE: { message: '这篇心得刚刚被作者改过，请看过新的内容再处理。', retry: false },
  // the report
  REASON_NEEDED: { message: '这份报告已经签发。要出新版，请先写明为什么要改。', retry: false },
  REPORT_FAULTY: { message: '报告里还有必须改正的地方，请按“检查”里的提示逐条处理后再试。', retry: false },
  // reminders
  PERIOD_OVER: { message: '这段时间已经过去，提醒了也来不及参加。请选还没有结束的时间。', retry: false },
  // theme days
  NOT_REMOTE: { message: '线上参加只对流动党员开放。如在外地，请联系支部书记登记为流动党员。', retry: false },
  ALREADY_CHECKED_IN: { message: '已经签过到，不用再请假。如有误，请联系支部书记更正。', retry: false },
  PROXY_TOO_LATE: { message: '活动结束已超过七天，不能再补录。确需更正，请走更正流程。', retry: false },
  CHECKIN_TOO_EARLY: {
    message: '签到要到活动当天才能打开，打开时应到名单就定下来了。请当天再来。',
    retry: false,
  },
  CHECKIN_NOT_OPEN: { message: '签到还没有开始，请等支部书记打开签到。', retry: false },
  CHECKIN_ENDED: { message: '签到已经结束。如已到场，请联系支部书记补录。', retry: false },
  CODE_EXPIRED: { message: '签到码已经换新，请扫现在屏幕上的码。', retry: false },
  CODE_WRONG: { message: '签到码不对，请核对后重新输入，或直接扫码。', retry: false },
  NOT_EXPECTED: { message: '这次活动的应到名单里没有您。如有疑问，请联系支部书记。', retry: false },
  // the register of manual figures (台账)
  INDICATOR_TAKEN: { message: '这个代码已经有别的指标在用，请换一个代码。', retry: false },
  INDICATOR_FIXED: { message: '单位、汇总方式和填报周期定了就不再改。要改，请结束这个指标，另立一个。', retry: false },
  INDICATOR_DAY: { message: '日期早于这个指标的开始或上一次修改，请核对。', retry: false },
  INDICATOR_FULL: { message: '这个指标已经改过很多次，请结束它，另立一个。', retry: false },
  NOT_DUE: { message: '这个单位这一期不用填报这项指标，请核对单位和期次。', retry: false },
  PERIOD_NOT_OPEN: { message: '这一期还没有结束，等结束那天再填，数才是全的。', retry: false },
  AS_OF_DAY: { message: '日期和填报的这一期对不上，或晚于今天。请核对数据截至日期和文件日期。', retry: false },
  VALUE_WRONG: { message: '这个数填不了：请核对正负和小数位数。', retry: false },
  TENFOLD: { message: '这个数和上一次相差十倍以上。请核对单位，确实没错再确认上报。', retry: false },
  OWN_FIGURE: { message: '自己报的数请上级组织的其他同志审核。', retry: false },
  ENTRY_FULL: { message: '这个数已经改报过很多次，请联系上级组织核实后再报。', retry: false },
} as const

export type ErrorCode = keyof typeof errorTable

/**
 * Sentences for a code in a case where the code's own would mislead. They are all here, so that a test knows every sentence that a person can
 * get; only TOO_MANY_TRIES is made at the time, since it says from when one may try again.
 */
export const caseSentences = {
  dailyDone: { code: 'NO_ATTEMPTS_LEFT', say: '今天的题已经领过，一天一份。明天再来答新的。' },
  practiceFull: { code: 'NO_ATTEMPTS_LEFT', say: '这套练习已经做满99次，可以到百题手册里接着练。' },
  stillUnderWay: {
    code: 'NO_ATTEMPTS_LEFT',
    say: '次数已经用完，但有一份答卷还没有送到。在别的手机上答过的话，打开那部手机连上网，它会自动送来。',
  },
  leaveTooLate: { code: 'CHECKIN_ENDED', say: '签到已经结束，不能再自己请假。请联系支部书记补登。' },
  lateScanDeclined: {
    code: 'CODE_EXPIRED',
    say: '支部书记核对过，没有确认您当时在场。如有误，请联系支部书记补录。',
  },
  leaveNotTakenBack: { code: 'CHECKIN_ENDED', say: '签到已经结束，请假不能再自己取消。如有误，请联系支部书记更正。' },
  leaveTakenBack: { code: 'CHANGED_MEANWHILE', say: '这次请假您后来已经取消。还要请假的话，请再申请一次。' },
  leaveBySecretary: {
    code: 'FORBIDDEN',
    say: '这次请假是支部书记登记的，请联系支部书记取消。到了现场，直接签到就可以。',
  },
  noReopening: { code: 'CHECKIN_ENDED', say: '签到已经结束，不能再打开。到了没签上的，请在名单里补录。' },
  codeOver: { code: 'CODE_EXPIRED', say: '签到已经结束，这个码也过了时间。如已到场，请联系支部书记补录。' },
  scanAccepted: { code: 'CHANGED_MEANWHILE', say: '刚刚有人确认过他到场了。如有误，请在名单里撤回这条记录。' },
  scanDeclined: { code: 'CHANGED_MEANWHILE', say: '刚刚有人答过“否”。如果他确实在场，请在名单里重新确认。' },
  ownScan: { code: 'FORBIDDEN', say: '自己晚到的扫码请由支部其他同志或上级组织来核对。' },
  ownProxy: {
    code: 'FORBIDDEN',
    say: '自己到场请自己签到，输入屏幕上的六位数字就可以。签到已经结束的，请上级组织补录。',
  },
  ownReflection: { code: 'FORBIDDEN', say: '自己的心得请由支部其他同志或上级组织来看。' },
  remoteUnseen: {
    code: 'CHANGED_MEANWHILE',
    say: '您已算参加。您先前交过另一篇心得，这一稿没有盖掉它，还在手机里，请打开心得选一稿再提交。',
  },
  notMemberYet: { code: 'NOT_MEMBER_THEN', say: '活动那天您还不在名册上，所以不能计入。如有疑问，请联系支部书记。' },
  reasonRefused: { code: 'TEXT_REFUSED', say: '写的原因没有通过微信的内容检查，请改一改，再提交一次。' },
  enteredOtherwise: { code: 'CHANGED_MEANWHILE', say: '这条记录不是刚才看到的那一条，没有改动。请刷新名单再看。' },
  noteRefused: {
    code: 'TEXT_REFUSED',
    say: '写的说明没有通过微信的内容检查，请改一改或者不写，再提交一次。',
  },
  keyCorrected: {
    code: 'CHANGED_MEANWHILE',
    say: '刚刚有一道题的答案更正了，先前算的影响不准了。请刷新后重新更正。',
  },
  keyNotChecked: { code: 'CHANGED_MEANWHILE', say: '影响还没有算完，请等算完、看过之后再确认。' },
  tooManyCorrections: { code: 'TOO_MUCH', say: '这次答题的答案已经更正过50次，不能再改。请另出一套题。' },
  keyReasonRefused: { code: 'TEXT_REFUSED', say: '写的原因没有通过微信的内容检查，请改一改，再提交一次。' },
  reflectionJudged: { code: 'CHANGED_MEANWHILE', say: '这篇心得刚刚有人处理过，请看过现在的结果再决定。' },
  letterAnswered: { code: 'CHANGED_MEANWHILE', say: '这封信刚刚有人答复过，请看过那个答复再决定要不要改。' },
  draftChanged: {
    code: 'CHANGED_MEANWHILE',
    say: '这份草稿刚刚在别处改过，这次没有保存。请重新打开草稿，看过新的内容再改。',
  },
  draftPublished: { code: 'CHANGED_MEANWHILE', say: '这份草稿已经发布，不能再改。请回到答题列表看。' },
  closingChanged: { code: 'CHANGED_MEANWHILE', say: '截止时间刚刚有人改过，请看过现在的时间再决定。' },
  lessonTimes: { code: 'PLAN_TIMES', say: '发布时间最早是现在，最晚是一年以后，请核对。' },
  lessonChanged: { code: 'CHANGED_MEANWHILE', say: '这门课的发布时间刚刚有人改过，请看过现在的安排再改。' },
  lessonWordsRefused: { code: 'TEXT_REFUSED', say: '课里的文字没有通过微信的内容检查，请改一改再发布。' },
  dayChanged: { code: 'CHANGED_MEANWHILE', say: '这次活动刚刚有人改过，这次没有保存。请看过新的安排再改。' },
  dayTimes: { code: 'PLAN_TIMES', say: '时间不对：结束要晚于开始，一次活动最长十六个小时。' },
  dayPast: { code: 'PLAN_TIMES', say: '不能排在已经过去的时间，请往后改。' },
  dayTooFar: { code: 'PLAN_TIMES', say: '时间太远了，最远可以排到一年半以后。' },
  dayWordsRefused: { code: 'TEXT_REFUSED', say: '写的内容没有通过微信的内容检查，请改一改再保存。' },
  restoreTooLate: { code: 'TOO_LATE_TO_UNDO', say: '这次活动的时间已经过了，不能再恢复。可以另排一次。' },
  overByMorning: {
    code: 'PERIOD_OVER',
    say: '晚上九点到早上八点不打扰，提醒要明早才到，那时这段时间已经过去。请选明天还没有结束的时间。',
  },
  noTitle: { code: 'QUIZ_INCOMPLETE', say: '还没有写标题，请写上再发布。' },
  noQuestions: { code: 'QUIZ_INCOMPLETE', say: '还没有题目。请先按规则选题，或自己写几道。' },
  questionsShort: { code: 'QUIZ_INCOMPLETE', say: '题库里的题不够，请放宽规则或减少道数。' },
  ownUnfinished: { code: 'QUIZ_INCOMPLETE', say: '自己写的题里有没写完的，请补齐答案、解析和依据。' },
  questionGone: { code: 'QUIZ_INCOMPLETE', say: '有一道题已从手册里撤下，请重新抽题再发布。' },
  dealTooMany: { code: 'QUIZ_INCOMPLETE', say: '每人答的题比题库里选出的还多，请核对。' },
  quizOver: { code: 'PLAN_TIMES', say: '截止时间已经过了，或离现在不到十分钟，请往后改。' },
  quizTooLong: { code: 'PLAN_TIMES', say: '开放的时间太长：一次答题最长一年，每日一答最长99天。' },
  quizMinutes: { code: 'PLAN_TIMES', say: '每份答卷的时限比开放的时间还长，请核对。' },
  notLater: { code: 'PLAN_TIMES', say: '截止时间只能往后延，请选一个更晚的时间。' },
  quizWordsRefused: { code: 'TEXT_REFUSED', say: '标题或自己写的题没有通过微信的内容检查，请改一改再发布。' },
  figureChanged: {
    code: 'CHANGED_MEANWHILE',
    say: '这个数刚刚有人报过或审过，您填的还在。请看过现在的情况，再决定要不要报。',
  },
  figureJudged: { code: 'CHANGED_MEANWHILE', say: '这个数刚刚有人改报或审过，请看过现在的内容再审。' },
  indicatorChanged: { code: 'CHANGED_MEANWHILE', say: '这个指标刚刚有人改过，请看过现在的内容再改。' },
  figureWordsRefused: { code: 'TEXT_REFUSED', say: '写的文字没有通过微信的内容检查，请改一改，再提交一次。' },
  reflectionUnseen: {
    code: 'CHANGED_MEANWHILE',
    say: '您在另一部手机上交过这篇心得的另一稿。这一稿还在手机里，请打开看看，选一稿再提交。',
  },
  reportChanged: {
    code: 'CHANGED_MEANWHILE',
    say: '这份报告刚刚有人改过，您这次的改动还没有存。请刷新看过再改。',
  },
  reportMoved: { code: 'CHANGED_MEANWHILE', say: '这份报告刚刚有人处理过，请刷新后看它现在到了哪一步。' },
  ownReport: { code: 'FORBIDDEN', say: '自己起草或改过的报告，请由另一位同志复核和签发。' },
  ownReview: { code: 'FORBIDDEN', say: '您已经复核过这份报告，请由另一位同志签发。' },
  reviewedOther: {
    code: 'CHANGED_MEANWHILE',
    say: '复核之后文稿的内容变了（单位改名或系统更新），请退回，核对后重新送复核。',
  },
  reportFull: { code: 'TOO_MUCH', say: '手写和改动的句子已经有一百处，请先整理，再继续添加。' },
  versionsFull: { code: 'TOO_MUCH', say: '这个时间段的报告已经有99版，不能再出新版。' },
} as const satisfies Record<string, { code: ErrorCode; say: string }>

/** Codes that the kit answers with on its own; a contract lists only what its action adds. */
export const kitErrors = [
  'BAD_INPUT',
  'UNKNOWN_ACTION',
  'NOT_SIGNED_IN',
  'NOT_BOUND',
  'NOT_MEMBER',
  'FORBIDDEN',
  'BUSY',
  'INTERNAL',
] as const satisfies readonly ErrorCode[]

export type KitErrorCode = (typeof kitErrors)[number]
