import { jobId, orderAgain } from '../../_data/jobs'
import type { RegradeInput } from './regrade-work'

/** The job that finds out what a proposal does, or lets it hold: one each, of whoever proposed it. */
export const regradeJobId = (by: string, correctionId: string, apply: boolean): string =>
  jobId('regrade', by, { correctionId, apply }, 'regrade')

export const orderRegrade = (
  by: string,
  orgId: string,
  quizTitle: string,
  input: RegradeInput,
  now: number,
): Promise<{ _id: string }> =>
  orderAgain(
    {
      _id: regradeJobId(by, input.correctionId, input.apply),
      kind: 'regrade',
      title: `${input.apply ? '更正答案' : '核对更正的影响'}：${quizTitle}`,
      personId: by,
      orgId,
      input,
    },
    now,
  )
