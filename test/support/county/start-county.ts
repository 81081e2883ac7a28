import * as v from 'valibot'
import type { PersonDoc } from '../../../cloudfunctions/_data/documents'
import type { ActionContract, Answer, InputOf, OutputOf } from '../../../src/contracts/action'
import type { ErrorCode } from '../../../src/contracts/errors'
import { startCloud, type TestCloud } from '../cloud'
import { lessonBody, lessons, NOON, quizzes, themeDays } from './activities'
import { openidOf, organisations, people, rosterOf } from './county'
import { putFile } from './put-file'

/** A call's answer with what it cost. */
export interface Called<T> {
  answer: Answer<T>
  databaseRequests: number
}

export interface County {
  cloud: TestCloud
  /** Calls as a person; `unbound` is a WeChat user who is nobody here. Good answers are parsed by the contract. */
  as(personId: string): Player
}

export interface Player {
  call<A extends ActionContract>(contract: A, input: unknown): Promise<Called<OutputOf<A>>>
  /** The data of a good answer; throws on any other. */
  ok<A extends ActionContract>(contract: A, input: InputOf<A> | Record<string, unknown>): Promise<OutputOf<A>>
  /** The code of a refusal; throws on a good answer. */
  code<A extends ActionContract>(contract: A, input: unknown): Promise<ErrorCode>
}

/** Starts an empty local cloud with the hand-worked county in it, its clock at NOON. */
export async function startCounty(): Promise<County> {
  const cloud = await startCloud({ demo: false })
  await fillCounty(cloud)
  return { cloud, as: (personId) => player(cloud, personId) }
}

export async function fillCounty(cloud: TestCloud): Promise<void> {
  await cloud.clock(NOON)
  await cloud.put('organisations', organisations)
  await putPeople(cloud, people)
  // the first seat that no organisation has
  await cloud.put('counters', [{ _id: 'seats', next: 30 }])
  await cloud.put('quizzes', quizzes)
  await cloud.put('lessons', lessons)
  await cloud.put(
    'lessonBodies',
    lessons.map(({ _id }) => lessonBody(_id)),
  )
  // what the lessons' sound is
  putFile(cloud, 'lessons/sound.m4a', 'sound-bytes!')
  await cloud.put('themeDays', themeDays)
}

/** The whole roster: people, whom each WeChat identity is, and the taken seats. */
export async function putPeople(cloud: TestCloud, everyone: readonly PersonDoc[]): Promise<void> {
  await cloud.put('people', [...everyone])
  await cloud.put(
    'bindings',
    everyone.map(({ _id }) => ({ _id: openidOf(_id), personId: _id, boundAt: NOON })),
  )
  await cloud.put('rosters', rosterOf(everyone))
}

export function player(cloud: TestCloud, personId: string): Player {
  const token = cloud.loginAs(openidOf(personId))
  const send = async <A extends ActionContract>(contract: A, input: unknown): Promise<Called<OutputOf<A>>> => {
    const called = await cloud.call(contract.fn, contract.name, input, await token)
    const answer = called.result as Answer<OutputOf<A>>
    if (answer.ok) v.parse(contract.output, answer.data)
    return { answer, databaseRequests: called.databaseRequests }
  }
  return {
    call: send,
    async ok(contract, input) {
      const { answer } = await send(contract, input)
      if (!answer.ok) throw new Error(`${contract.name}: ${answer.error.code}`)
      return answer.data
    },
    async code(contract, input) {
      const { answer } = await send(contract, input)
      if (answer.ok) throw new Error(`${contract.name} was not refused`)
      return answer.error.code
    },
  }
}
