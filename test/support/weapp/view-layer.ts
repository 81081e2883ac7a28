import * as glassEasel from 'glass-easel'
import { readJson } from '../dist'
import { methodsOf } from './events'
import type { Definition } from './logic-layer'
import type { Templates } from './templates'

type Shown = glassEasel.GeneralComponent

/** WeChat's built-in components that may stand in a template; any other tag shows nothing on a phone. */
const builtIn = new Set(
  `view scroll-view swiper swiper-item text rich-text icon progress button checkbox checkbox-group form input label picker
  picker-view picker-view-column radio radio-group slider switch textarea navigator image video camera canvas map web-view
  cover-view cover-image movable-area movable-view page-meta root-portal block slot`.split(/\s+/),
)

glassEasel.globalOptions.throwGlobalError = true
glassEasel.addGlobalWarningListener((message) => {
  throw new Error(`glass-easel: ${message}`)
})

const mainRealm = { Object, String, Number, Boolean, Array } as const

/** Property declarations name the constructors of the scripts' realm; the view needs its own of the same name. */
function propertiesOf(declared: unknown): Record<string, { type: unknown; value: unknown }> {
  const entries = Object.entries((declared ?? {}) as Record<string, { type: { name: string }; value: unknown }>)
  return Object.fromEntries(
    entries.map(([name, { type, value }]) => [
      name,
      { type: mainRealm[type.name as keyof typeof mainRealm], value: JSON.parse(JSON.stringify(value ?? null)) },
    ]),
  )
}

/** Draws pages of dist/weapp with glass-easel, WeChat's own view engine, in the DOM of the test. */
export function startViewLayer(templates: Templates, definitionOf: (path: string) => Definition) {
  const space = new glassEasel.ComponentSpace()
  const backend = new glassEasel.CurrentWindowBackendContext()
  const known = new Map<string, glassEasel.GeneralComponentDefinition>()

  const usedBy = (path: string): Record<string, string> => {
    const { usingComponents = {} } = readJson('weapp', `${path}.json`) as { usingComponents?: Record<string, string> }
    return Object.fromEntries(
      Object.entries(usingComponents).map(([tag, relative]) => [
        tag,
        new URL(relative, `file:///${path}`).pathname.slice(1),
      ]),
    )
  }

  function component(path: string): glassEasel.GeneralComponentDefinition {
    const made = known.get(path)
    if (made) return made
    const using = usedBy(path)
    const { methods, properties, options, data } = definitionOf(path) as Record<string, Definition | undefined>
    const definition = space.defineComponent({
      is: path,
      using,
      template: templates.of(path),
      options: { virtualHost: options?.virtualHost === true },
      properties: propertiesOf(properties),
      data: JSON.parse(JSON.stringify(data ?? {})),
      methods: methodsOf(methods ?? {}, (shown) => shown),
    } as never) as unknown as glassEasel.GeneralComponentDefinition
    known.set(path, definition)
    // a component may use itself, as Taro's does below a certain depth
    for (const other of Object.values(using)) component(other)
    return definition
  }

  return {
    /** Puts a page on the screen. `self` is what its methods get as `this`. */
    show(
      path: string,
      definition: Definition,
      self: object,
    ): { setData(change: object): void; root: HTMLElement; hide(): void } {
      const using = usedBy(path)
      for (const other of Object.values(using)) component(other)
      const page = space.defineComponent({
        is: path,
        using,
        template: templates.of(path),
        data: JSON.parse(JSON.stringify(definition.data ?? {})),
        methods: methodsOf(definition, () => self),
      } as never)
      const shown = glassEasel.Component.createWithContext('page', page as never, backend) as unknown as Shown
      const place = document.body.appendChild(document.createElement('div'))
      glassEasel.Element.replaceDocumentElement(shown, document.body as never, place as never)
      const root = shown.$$ as unknown as HTMLElement
      return {
        root,
        setData(change) {
          shown.setData(change as never)
          for (const { localName } of root.querySelectorAll('*')) {
            if (!builtIn.has(localName) && !known.has(localName))
              throw new Error(`<${localName}> is no component of WeChat`)
          }
        },
        hide: () => root.remove(),
      }
    },
  }
}
