import path from 'node:path'
import { ariaComponents } from './aria-components'

/** The part of Taro's platform object that this plugin touches; the H5 platform has no template. */
interface Platform {
  template?: { mergeComponents(ctx: unknown, components: typeof ariaComponents): void }
  runtimePath?: string | string[]
}

interface PluginContext {
  registerMethod(method: { name: string; fn(platform: Platform): void }): void
}

/** Adds aria-role, aria-label and their kin to the weapp templates, for screen readers. */
export default (ctx: PluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, ariaComponents)
      const runtime = path.resolve(__dirname, 'plugin-aria-runtime.mjs')
      platform.runtimePath = [platform.runtimePath ?? [], runtime].flat()
    },
  })
}
