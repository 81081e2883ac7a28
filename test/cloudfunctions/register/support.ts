import { person } from '../../support/county/county'
import type { County } from '../../support/county/start-county'

/** The paper on which the figures of the tests stand. */
export const document = { name: '示例通报', number: '示纪发〔2026〕3号', day: '2026-10-08' }

/** In the small county the committees town and office report 整风肃纪 by the quarter; the third one is over, 41 days ago. */
export const Q3 = '2026-Q3'

let calls = 0
/** What a submission says, but for where and when. */
export const said = (value: string, extra: object = {}) => {
  calls += 1
  return { value, document, asOfDay: '2026-09-30', was: 0, key: `test-call-${calls}`, ...extra }
}

/** Besides those of the county: an organiser and an inspector of office, and someone who is organiser of the county and of the town. */
export const putDesks = (county: County): Promise<void> =>
  putBound(county, [
    person('officeorg', 'desk', 25, { roles: [{ role: 'organiser', orgId: 'office' }] }),
    person('both', 'desk', 26, {
      roles: [
        { role: 'organiser', orgId: 'county' },
        { role: 'organiser', orgId: 'town' },
      ],
    }),
    person('townadmin', 'desk', 27, { roles: [{ role: 'administrator', orgId: 'town' }] }),
  ])

async function putBound({ cloud }: County, people: readonly ReturnType<typeof person>[]): Promise<void> {
  await cloud.put('people', [...people])
  await cloud.put(
    'bindings',
    people.map(({ _id }) => ({ _id: `openid-${_id}`, personId: _id, boundAt: 1 })),
  )
}
