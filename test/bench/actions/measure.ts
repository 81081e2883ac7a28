import { readFileSync } from 'node:fs'
import type { ActionContract } from '../../../src/contracts/action'
import type { TestCloud } from '../../support/cloud'

/** Ticks of the kernel's process times a second (`getconf CLK_TCK`): 100 on Linux, whatever the machine. */
const TICKS = 100

/** CPU time that a process has used in all its threads, user and system, in ms. */
export function cpuOf(pid: number): number {
  // after the name, which stands in brackets and may itself have any: the 12th and 13th are utime and stime (proc(5))
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) / TICKS) * 1000
}

/** Of values in any order; p from 0 to 1 (nearest rank). */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? Number.NaN
}

export interface Call {
  readonly contract: ActionContract
  readonly input: unknown
  readonly token: string
}

export interface Measured {
  readonly calls: number
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  readonly databaseRequests: { readonly mean: number; readonly most: number }
  readonly cpu: number
}

/** Makes the calls, `callers` at once, each caller one after the other. Throws unless every one was answered well. */
export async function measure(
  cloud: TestCloud,
  calls: readonly Call[],
  callers: number,
): Promise<{ measured: Measured; data: unknown[] }> {
  const times: number[] = []
  const requests: number[] = []
  const data: unknown[] = []
  let next = 0
  const caller = async () => {
    for (let i = next++; i < calls.length; i = next++) {
      const { contract, input, token } = calls[i] as Call
      const began = performance.now()
      const answer = await cloud.call<{ ok: boolean; data: unknown }>(contract.fn, contract.name, input, token)
      times.push(performance.now() - began)
      if (!answer.result?.ok) throw new Error(`${contract.name}: ${JSON.stringify(answer.body)}`)
      requests.push(answer.databaseRequests)
      data[i] = answer.result.data
    }
  }
  const cpu = cpuOf(cloud.pid)
  const began = performance.now()
  await Promise.all(Array.from({ length: callers }, caller))
  const ms = performance.now() - began
  const mean = requests.reduce((sum, n) => sum + n, 0) / calls.length
  const measured = {
    calls: calls.length,
    perSecond: (calls.length / ms) * 1000,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    databaseRequests: { mean, most: Math.max(...requests) },
    cpu: (cpuOf(cloud.pid) - cpu) / calls.length,
  }
  return { measured, data }
}
