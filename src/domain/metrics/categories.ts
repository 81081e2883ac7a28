import type { Category } from '@/contracts/identity'

/** Categories of organisations as the report names them, in its order. */
export const categoryNames: Readonly<Record<Category, string>> = {
  cityOffice: '市直机关',
  townOffice: '乡镇机关',
  village: '农村',
  community: '社区',
  stateEnterprise: '国企',
  publicInstitution: '事业单位',
  newOrganisation: '两新组织',
  privateEnterprise: '私营企业',
}

export const categories = Object.keys(categoryNames) as readonly Category[]
