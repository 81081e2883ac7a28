import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { ActionContract } from '../../src/contracts/action'

const folder = path.resolve(import.meta.dirname, '../../src/contracts')
const isContract = (value: unknown): value is ActionContract => typeof (value as ActionContract)?.fn === 'string'

/** Every action of every contract file: a new one is found without being listed anywhere. In the order of their names. */
export async function allContracts(): Promise<ActionContract[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  const modules = await Promise.all(files.map((file) => import(path.join(folder, file)) as Promise<object>))
  const contracts = modules.flatMap((module) => Object.values(module).filter(isContract))
  return [...new Set(contracts)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

export const nameOf = ({ fn, name }: ActionContract): string => `${fn}.${name}`
