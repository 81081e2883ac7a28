/** One import (or line of code) per rule of the house: where it stands, what it says, and which rule's words refuse it. */
export interface Refused {
  readonly file: string
  readonly code: string
  /** A part of the message that the person gets. */
  readonly because: string
}

export interface Accepted {
  readonly file: string
  readonly code: string
}

const contracts = 'Contracts import only'
const domain = 'The domain imports only the domain'
const asTypes = 'as `import type` only'
const client = 'The mini-program never imports'
const aFunction = 'functions never import each other'

export const refused: readonly Refused[] = [
  {
    file: 'src/pages/home/z.ts',
    code: "import { x } from '@/study/pages/handbook/x'",
    because: 'never imports a subpackage',
  },
  { file: 'src/study/pages/handbook/a.ts', code: "import { x } from '@/pages/home/x'", because: 'A subpackage never' },
  { file: 'src/study/pages/handbook/b.ts', code: "import { x } from '@/mine/pages/x'", because: 'A subpackage never' },
  { file: 'src/mine/pages/data/a.ts', code: "import { x } from '../../../organiser/x'", because: 'A subpackage never' },
  { file: 'src/organiser/pages/board/z.ts', code: "import { x } from '@/study/x'", because: 'A subpackage never' },
  { file: 'src/contracts/a.ts', code: "import { x } from '@/domain/quiz/grade'", because: contracts },
  { file: 'src/contracts/b.ts', code: "import { x } from '../domain/quiz/grade'", because: contracts },
  { file: 'src/contracts/c.ts', code: "import { x } from '../../cloudfunctions/_data/documents'", because: contracts },
  { file: 'src/contracts/d.ts', code: "import { x } from 'react'", because: contracts },
  { file: 'src/contracts/e.ts', code: "import { readFileSync } from 'node:fs'", because: contracts },

  { file: 'src/domain/quiz/a.ts', code: "import { x } from '@/contracts/learn'", because: asTypes },
  { file: 'src/domain/quiz/b.ts', code: "import { type X } from '../../contracts/learn'", because: asTypes },
  { file: 'src/domain/quiz/c.ts', code: "export { x } from '@/contracts/learn'", because: 'as `export type` only' },
  { file: 'src/domain/quiz/d.ts', code: "export const x = import('@/contracts/learn')", because: asTypes },
  { file: 'src/domain/quiz/e.ts', code: "import * as v from 'valibot'", because: domain },
  { file: 'src/domain/quiz/f.ts', code: "import { x } from '@/services/learn'", because: domain },
  {
    file: 'src/domain/quiz/g.ts',
    code: "import type { X } from '../../../cloudfunctions/_data/documents'",
    because: domain,
  },
  { file: 'src/domain/quiz/h.ts', code: "import { createHmac } from 'node:crypto'", because: domain },
  { file: 'src/domain/quiz/i.ts', code: 'export const now = (): number => Date.now()', because: 'no clock' },
  { file: 'src/domain/quiz/j.ts', code: 'export const now = new Date()', because: 'no clock' },
  { file: 'src/domain/quiz/k.ts', code: 'export const now = new Date', because: 'no clock' },
  { file: 'src/domain/quiz/l.ts', code: 'export const chance = (): number => Math.random()', because: 'no randomness' },
  { file: 'src/domain/quiz/m.ts', code: "export const x = Buffer.from('x')", because: 'global variable Buffer' },
  {
    file: 'src/domain/quiz/n.ts',
    code: "export const x = new Intl.NumberFormat('zh')",
    because: 'global variable Intl',
  },

  { file: 'src/services/a.ts', code: "import { x } from '@/components/card/card'", because: 'Services import only' },
  { file: 'src/services/b.ts', code: "import { x } from '../pages/home/index'", because: 'Services import only' },
  { file: 'src/services/outbox/c.ts', code: "import { x } from '../../../cloudfunctions/_kit/run'", because: client },
  { file: 'src/services/d.ts', code: "import { x } from '../../content'", because: client },
  { file: 'src/services/e.ts', code: "import { join } from 'node:path'", because: 'Node.js' },
  { file: 'src/services/f.ts', code: "import { join } from 'path'", because: 'Node.js' },
  { file: 'src/services/g.ts', code: "import cloud from 'wx-server-sdk'", because: 'import wx-server-sdk' },
  { file: 'src/components/card/a.tsx', code: "import { x } from '@/pages/home/index'", because: 'Components never' },
  {
    file: 'src/components/card/b.tsx',
    code: "import { x } from '@/organiser/components/trend'",
    because: 'Components never',
  },
  { file: 'src/pages/home/a.tsx', code: "import { x } from '@/organiser/components/trend'", because: 'subpackage' },
  { file: 'src/app.tsx', code: "import { x } from './organiser/components/trend'", because: 'subpackage' },
  {
    file: 'src/organiser/pages/figures/a.tsx',
    code: "import { x } from '@/pages/home/use-home'",
    because: 'never imports',
  },
  {
    file: 'src/organiser/pages/figures/b.tsx',
    code: "import { x } from '../../../pages/home/use-home'",
    because: 'never imports',
  },
  { file: 'src/pages/home/c.tsx', code: "import { x } from '../../../local-cloud/personas'", because: 'local cloud' },

  { file: 'cloudfunctions/learn/a.ts', code: "import { x } from '../stats/get-figures'", because: aFunction },
  { file: 'cloudfunctions/learn/b.ts', code: "import type { X } from '../stats/get-figures'", because: aFunction },
  { file: 'cloudfunctions/learn/parts/c.ts', code: "import { x } from '../../stats/get-figures'", because: aFunction },
  {
    file: 'cloudfunctions/learn/parts/deep/d.ts',
    code: "import { x } from '../../../stats/get-figures'",
    because: aFunction,
  },
  { file: 'cloudfunctions/not-yet-written/e.ts', code: "import { x } from '../learn/get-home'", because: aFunction },
  { file: 'cloudfunctions/learn/f.ts', code: "import cloud from 'wx-server-sdk'", because: 'import wx-server-sdk' },
  { file: 'cloudfunctions/learn/h.ts', code: "import { x } from '@/services/learn'", because: aFunction },
  { file: 'cloudfunctions/learn/i.ts', code: "import { x } from '../../local-cloud/personas'", because: 'local cloud' },
  { file: 'cloudfunctions/learn/j.ts', code: "import { x } from '../../src/pages/home/index'", because: aFunction },
  { file: 'cloudfunctions/learn/k.ts', code: "import React from 'react'", because: aFunction },
  {
    file: 'cloudfunctions/_kit/a.ts',
    code: "import { x } from '../learn/get-home'",
    because: 'The kit knows no function',
  },
  { file: 'cloudfunctions/_data/a.ts', code: "import { x } from '../_kit/run'", because: 'neither the kit' },
  { file: 'cloudfunctions/_office/a.ts', code: "import { x } from '@/domain/metrics'", because: 'office files' },
  { file: 'cloudfunctions/_office/b.ts', code: "import { x } from '../report/x'", because: 'office files' },
  { file: 'cloudfunctions/_data/c.ts', code: "import { x } from '../_office'", because: 'neither the kit' },
  { file: 'cloudfunctions/_data/b.ts', code: "import { x } from '../learn/get-home'", because: 'neither the kit' },

  {
    file: 'local-cloud/a.ts',
    code: "import { x } from '../cloudfunctions/learn/get-home'",
    because: 'knows no function',
  },
  { file: 'local-cloud/b.ts', code: "import { x } from '../cloudfunctions/_data/collections'", because: asTypes },
  { file: 'local-cloud/c.ts', code: "import { x } from '@/services/learn'", because: 'The local cloud imports' },
  { file: 'local-cloud/d.ts', code: "import cloud from 'wx-server-sdk'", because: 'import wx-server-sdk' },
  { file: 'test/cloudfunctions/a.ts', code: "import { x } from '../../local-cloud/personas'", because: 'local cloud' },
  { file: 'config/a.mjs', code: "import { x } from '../local-cloud/main.ts'", because: 'local cloud' },
  {
    file: 'content/a.ts',
    code: "import type { X } from '../cloudfunctions/_data/documents'",
    because: 'Content is data',
  },
]

export const accepted: readonly Accepted[] = [
  {
    file: 'src/contracts/a.ts',
    code: "import * as v from 'valibot'\nimport { Id } from './common'\nexport const x = [v, Id]",
  },
  {
    file: 'src/domain/quiz/a.ts',
    code: "/** see '@/contracts/learn' */\nimport type { X } from '@/contracts/learn'\nexport type Y = X",
  },
  {
    file: 'src/domain/quiz/b.ts',
    code: "import { dayOf } from '@/domain/time/day'\nimport { y } from '../random/shuffle'\nexport const x = [dayOf, y]",
  },
  { file: 'src/domain/quiz/c.ts', code: 'export const at = (instant: number): Date => new Date(instant)' },
  {
    file: 'src/services/a.ts',
    code: "import { getHome } from '@/contracts/learn'\nimport { call } from './transport/call'\nexport const x = [getHome, call]",
  },
  {
    file: 'src/components/a.tsx',
    code: "import { x } from '@/services/learn'\nimport { y } from '../card/card'\nexport const z = [x, y]",
  },
  { file: 'src/pages/home/a.tsx', code: "import { x } from '@/components/card/card'\nexport const y = x" },
  {
    file: 'src/organiser/pages/figures/a.tsx',
    code: "import { x } from '../../components/trend/trend'\nexport const y = x",
  },
  {
    file: 'cloudfunctions/learn/a.ts',
    code: "import { x } from '../_kit/action'\nimport { y } from '../_data/facts'\nimport { z } from './own'\nexport const w = [x, y, z]",
  },
  {
    file: 'cloudfunctions/learn/parts/a.ts',
    code: "import { x } from '../../_kit/action'\nimport { z } from '../own'\nexport const w = [x, z]",
  },
  {
    file: 'cloudfunctions/learn/b.ts',
    code: "import { writeWorkbook } from '../_office'\nexport const x = writeWorkbook",
  },
  {
    file: 'cloudfunctions/_office/a.ts',
    code: "import write from 'write-excel-file/node'\nimport { x } from './cells'\nexport const y = [write, x]",
  },
  {
    file: 'cloudfunctions/_kit/a.ts',
    code: "import cloud from 'wx-server-sdk'\nimport { x } from '../_data/callers'\nexport const y = [cloud, x]",
  },
  { file: 'cloudfunctions/_data/a.ts', code: "import { x } from '@/domain/participation/fold'\nexport const y = x" },
  {
    file: 'local-cloud/demo/a.ts',
    code: "import type { PersonDoc } from '../../cloudfunctions/_data/documents'\nimport { questions } from '../../content'\nexport const x = (p: PersonDoc) => [p, questions]",
  },
  {
    file: 'test/local-cloud/unit/a.ts',
    code: "import { x } from '../../../local-cloud/store/updater'\nexport const y = x",
  },
]
