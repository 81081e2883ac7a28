import type { ThemeDayForm } from '@/contracts/themeday'

/** What a theme day is about. */
export interface Topic {
  readonly topic: string
  readonly forms: readonly ThemeDayForm[]
  readonly agenda: readonly string[]
}

const topic = (name: string, forms: readonly ThemeDayForm[], ...agenda: string[]): Topic => ({
  topic: name,
  forms,
  agenda,
})

/** By how many months ago: this month's, last month's, and so on; they come round again. */
export const topics: readonly Topic[] = [
  topic(
    '走访服务群众',
    ['groupStudy', 'voluntary'],
    ...['集中学习党员教育管理工作条例', '分组走访困难群众和老党员', '讨论下月支部工作'],
  ),
  topic('重温入党誓词', ['groupStudy', 'oath'], ...['集中学习党章第三条', '重温入党誓词', '交流上月学习体会']),
  topic('学党章、明义务', ['groupStudy'], '逐条学习党员的义务和权利', '结合岗位谈体会'),
  topic('清洁家园', ['voluntary'], '分片清扫道路和公共场所', '登记需要帮忙的住户'),
  topic('纪律学习', ['groupStudy', 'meeting'], '学习纪律处分条例有关条文', '对照检查', '开展批评和自我批评'),
  topic('参观见学', ['visit'], '参观示例县党史陈列馆', '现场听讲解', '交流感想'),
  topic('看望老党员', ['oath', 'voluntary'], '重温入党誓词', '分组看望老党员'),
  topic('组织生活会', ['meeting'], '学习有关规定', '支部书记述职', '开展批评和自我批评'),
  topic('互帮互助', ['voluntary'], '帮助行动不便的群众办事', '汇总群众意见'),
  topic('走进先进支部', ['visit', 'groupStudy'], '到样例支部学习做法', '座谈交流'),
  topic('政治生日', ['oath', 'groupStudy'], '为本月入党的同志过政治生日', '重温入党誓词', '交流学习体会'),
  topic('民主评议党员', ['meeting'], '个人自评', '党员互评', '民主测评'),
]

/** What some branches did instead. */
export const otherTopics: readonly Topic[] = [
  topic('集中学习', ['groupStudy'], '领学规定篇目', '讨论'),
  topic('志愿服务', ['voluntary'], '到结对的村和社区服务', '小结'),
  topic('观摩学习', ['visit'], '到示范点观摩', '交流感想'),
]

/** What branches of a committee do together. */
export const jointTopics: readonly Topic[] = [
  topic('联合党课', ['groupStudy'], '听专题党课', '各支部代表发言'),
  topic('联合重温入党誓词', ['oath', 'visit'], '参观示例县党史陈列馆', '集体重温入党誓词'),
]
