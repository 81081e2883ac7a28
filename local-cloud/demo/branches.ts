import type { Category } from '@/contracts/identity'

/** The heart of the invented county as data, the same in every size. Names are visibly invented: 示例, 样例, 测试 and 演示 are in all of them. */
export interface BranchPlan {
  id: string
  name: string
  category: Category
  members: number
  /** What happens to it in a year; left out: nothing. */
  events?: BranchEvents
}

/** Months and days are counted back from today. */
export interface BranchEvents {
  /** Whether work gets better or worse over the year; left out: neither. */
  course?: Course
  /** Months in which it does nothing at all, the first and the last. 0 is this month. */
  idle?: { from: number; to: number }
  foundedDaysAgo?: number
  /** It goes up in another one. */
  merged?: { into: string; daysAgo: number }
}

export type Course = 'improving' | 'falling'

export interface GroupPlan {
  id: string
  name: string
  children: (BranchPlan | GroupPlan)[]
}

export const isBranch = (plan: BranchPlan | GroupPlan): plan is BranchPlan => 'members' in plan

export const COUNTY_ID = 'shili'
export const TOWN_COMMITTEE_ID = 'shili-town'
/** The branch of most personas: today is its theme day. */
export const HOME_BRANCH_ID = 'shili-town-liyuan'

const branch = (id: string, name: string, category: Category, members: number): BranchPlan => ({
  id,
  name,
  category,
  members,
})

export const homePlan: GroupPlan = {
  id: COUNTY_ID,
  name: '示例县',
  children: [
    {
      id: TOWN_COMMITTEE_ID,
      name: '示例县城关镇党委',
      children: [
        branch('shili-town-office', '示例镇机关党支部', 'townOffice', 26),
        branch(HOME_BRANCH_ID, '示例园社区党支部', 'community', 30),
        branch('shili-town-yangli', '样例街社区党支部', 'community', 24),
        branch('shili-town-yanshi', '演示路社区党支部', 'community', 18),
        branch('shili-town-yi', '测试一村党支部', 'village', 22),
        branch('shili-town-er', '测试二村党支部', 'village', 25),
        branch('shili-town-san', '测试三村党支部', 'village', 19),
        branch('shili-town-si', '测试四村党支部', 'village', 16),
        branch('shili-town-wu', '测试五村党支部', 'village', 28),
      ],
    },
    {
      id: 'shili-direct',
      name: '示例县直属机关党委',
      children: [
        branch('shili-direct-one', '示例机关第一党支部', 'cityOffice', 24),
        branch('shili-direct-two', '示例机关第二党支部', 'cityOffice', 20),
        branch('shili-direct-three', '示例机关第三党支部', 'cityOffice', 17),
        branch('shili-direct-hospital', '样例医院党支部', 'publicInstitution', 27),
        branch('shili-direct-water', '样例供水公司党支部', 'stateEnterprise', 15),
        {
          id: 'shili-schools',
          name: '示例县学校党总支',
          children: [
            branch('shili-schools-middle', '样例中学党支部', 'publicInstitution', 28),
            branch('shili-schools-primary', '样例小学党支部', 'publicInstitution', 18),
          ],
        },
      ],
    },
    {
      id: 'shili-new',
      name: '示例县新业态综合党委',
      children: [
        branch('shili-new-courier', '演示快递行业党支部', 'newOrganisation', 11),
        branch('shili-new-rider', '演示网约配送党支部', 'newOrganisation', 9),
        branch('shili-new-food', '测试食品公司党支部', 'privateEnterprise', 13),
        branch('shili-new-freight', '测试物流公司党支部', 'privateEnterprise', 10),
      ],
    },
  ],
}
