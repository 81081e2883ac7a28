import { TmplGroup } from 'glass-easel-template-compiler'
import { filesOf, readText } from '../dist'

/** What the template compiler says about one place. */
interface Remark {
  level: string
  message: string
  path: string
  startLine: number
}

/** What glass-easel takes as a component's template. */
export interface CompiledTemplate {
  groupList: Record<string, unknown>
  content: unknown
  fallbackListenerOnNativeNode: boolean
}

export interface Templates {
  /** The compiler's errors and warnings: 'pages/home/index.wxml:3: missing end tag'. */
  faults: string[]
  /** The template of a page or component, by its path without extension. */
  of(path: string): CompiledTemplate
}

/** Compiles .wxml and .wxs sources (by path, with extension) as one group, so that <import> and <wxs src> find each other. */
export function compile(sources: ReadonlyMap<string, string>): Templates {
  const group = new TmplGroup()
  const faults: string[] = []
  for (const [file, source] of sources) {
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -4), source)
    else {
      for (const { path, startLine, message } of group.addTmpl(file.slice(0, -5), source) as Remark[]) {
        faults.push(`${path}.wxml:${startLine + 1}: ${message}`)
      }
    }
  }
  // what a template imports must be there too
  for (const file of sources.keys()) {
    if (!file.endsWith('.wxml')) continue
    const path = file.slice(0, -5)
    for (const needed of group.getDirectDependencies(path) as string[]) {
      if (!sources.has(`${needed}.wxml`)) faults.push(`${file}: imports ${needed}.wxml, which is missing`)
    }
    for (const needed of group.getScriptDependencies(path) as string[]) {
      if (!sources.has(`${needed}.wxs`)) faults.push(`${file}: uses ${needed}.wxs, which is missing`)
    }
  }
  // the compiler gives its answer as a script, to be evaluated where the templates run
  let groupList: Record<string, unknown> | null = null
  const evaluate = () => new Function(`return ${group.getTmplGenObjectGroups()}`)() as Record<string, unknown>
  return {
    faults,
    of(path) {
      groupList ??= evaluate()
      const content = groupList[path]
      if (!content) throw new Error(`There is no template ${path}.wxml`)
      // Taro writes bindtap, not bind:tap, on built-in components, which are native nodes here
      return { groupList, content, fallbackListenerOnNativeNode: true }
    },
  }
}

/** All templates of dist/weapp, compiled. */
export function compileBuilt(): Templates {
  const files = filesOf('weapp').filter((file) => /\.(?:wxml|wxs)$/.test(file))
  return compile(new Map(files.map((file) => [file, readText('weapp', file)])))
}
