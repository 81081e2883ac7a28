import type { ReportStep, ReportView } from './report.shared'
import type { Asked } from './words-sheet'

/** Steps that are asked about before they are taken. */
export type AskedStep = Extract<ReportStep, 'submit' | 'accept' | 'return' | 'issue' | 'renew'>

/** What is asked before a step. */
export function questionFor(step: AskedStep, { problems }: Pick<ReportView, 'problems'>): Asked {
  const warnings = problems.filter(({ level }) => level === 'warning').length
  switch (step) {
    case 'submit':
      return {
        title: '送复核',
        explained: `${warnings > 0 ? `还有 ${warnings} 处提醒没有处理。` : ''}送出后不能再改；复核前可以撤回。复核和签发要由另外两位同志办理。`,
        button: '送复核',
      }
    case 'accept':
      return {
        title: '复核通过',
        explained: '通过后，由您和起草人以外的另一位同志签发。签发前您还可以退回。',
        button: '复核通过',
      }
    case 'return':
      return {
        title: '退回修改',
        explained: '起草的同志会看到您的意见，改好后再送复核。',
        button: '退回',
        words: { label: '要改什么', hint: '写明哪一段、要怎么改。' },
      }
    case 'issue':
      return {
        title: '签发',
        explained: '签发后，正文、数字和口径一起定稿，不能再改；以后要改，只能写明原因出新版。',
        button: '签发',
      }
    case 'renew':
      return {
        title: '出新版',
        explained: '原来的一版保持不变，随时可看。新版用现在的数据起草，手写的句子会带过来。',
        button: '开始新版',
        words: { label: '为什么要改', hint: '如：补录了三个支部十月的主题党日。' },
      }
  }
}
