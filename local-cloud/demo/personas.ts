import type { PersonDoc } from '../../cloudfunctions/_data/documents'
import type { Persona } from '../personas'
import { COUNTY_ID, HOME_BRANCH_ID, TOWN_COMMITTEE_ID } from './branches'

/** Someone to try the system as, and who they are in the county. */
export interface PersonaPlan extends Persona {
  branchId: string
  age: number
  mobile: boolean
  roles: PersonDoc['roles']
  /** Leads the branch, hence its first member. */
  leads: boolean
  /** Whether their WeChat identity is bound; someone with a new one has a past and no binding. */
  bound: boolean
  /** For trying out: has this month's quiz, the newest lesson and today's theme day before them, and took part before. */
  stillToDo: boolean
}

type Details = Pick<PersonaPlan, 'id' | 'title' | 'description' | 'branchId' | 'age'> & Partial<PersonaPlan>

const plan = (details: Details): PersonaPlan => ({
  mobile: false,
  roles: [],
  leads: false,
  stillToDo: false,
  bound: true,
  ...details,
  openid: `demo-openid-${details.id}`,
})

export const personaPlans: readonly PersonaPlan[] = [
  plan({
    id: 'member',
    title: '社区党员',
    description: '示例园社区党支部党员。本月答题还没有答，今天支部有主题党日。',
    branchId: HOME_BRANCH_ID,
    age: 38,
    stillToDo: true,
  }),
  plan({
    id: 'mobile',
    title: '流动党员',
    description: '组织关系在示例园社区党支部，在外务工半年以上，多在手机上学习。',
    branchId: HOME_BRANCH_ID,
    age: 33,
    mobile: true,
    stillToDo: true,
  }),
  plan({
    id: 'elderly',
    title: '老党员',
    description: '示例园社区党支部党员，七十六岁，适合用大字版。',
    branchId: HOME_BRANCH_ID,
    age: 76,
    stillToDo: true,
  }),
  plan({
    id: 'newcomer',
    title: '换了微信的党员',
    description:
      '示例园社区党支部党员，新的微信还没有绑定。先以支部书记的身份在“我的—党员名册”里给他发邀请码，再来绑定。',
    branchId: HOME_BRANCH_ID,
    age: 57,
    bound: false,
  }),
  plan({
    id: 'secretary',
    title: '支部书记',
    description: '示例园社区党支部书记。今天主持主题党日，打开签到，看本支部的参与情况。',
    branchId: HOME_BRANCH_ID,
    age: 46,
    roles: [{ role: 'secretary', orgId: HOME_BRANCH_ID }],
    leads: true,
    stillToDo: true,
  }),
  plan({
    id: 'organiser-committee',
    title: '党委组织员',
    description: '示例县城关镇党委组织员，看全镇各党支部的参与情况。',
    branchId: 'shili-town-office',
    age: 41,
    roles: [{ role: 'organiser', orgId: TOWN_COMMITTEE_ID }],
  }),
  plan({
    id: 'organiser-county',
    title: '县委组织部干部',
    description: '看示例县各党委的参与情况，生成督导情况报告。',
    branchId: 'shili-direct-one',
    age: 44,
    roles: [{ role: 'organiser', orgId: COUNTY_ID }],
  }),
  plan({
    id: 'reviewer',
    title: '县委组织部科长',
    description: '复核干部起草的督导情况报告：核对数字，提出修改，再交领导签发。',
    branchId: 'shili-direct-one',
    age: 49,
    roles: [{ role: 'organiser', orgId: COUNTY_ID }],
  }),
  plan({
    id: 'issuer',
    title: '县委组织部分管副部长',
    description: '签发复核过的督导情况报告，看全县哪里做得好、哪里要督促。',
    branchId: 'shili-direct-one',
    age: 54,
    roles: [{ role: 'organiser', orgId: COUNTY_ID }],
  }),
  plan({
    id: 'inspector',
    title: '督导员',
    description: '督导示例县各党组织：看数字，不看名单，不改动任何内容。',
    branchId: 'shili-direct-two',
    age: 52,
    roles: [{ role: 'inspector', orgId: COUNTY_ID }],
  }),
  plan({
    id: 'administrator',
    title: '系统管理员',
    description: '维护示例县的组织和党员名册。',
    branchId: 'shili-direct-three',
    age: 35,
    roles: [{ role: 'administrator', orgId: COUNTY_ID }],
  }),
]

/** What a visitor is told. */
export const personas: readonly Persona[] = personaPlans.map(({ id, title, description, openid }) => ({
  id,
  title,
  description,
  openid,
}))
