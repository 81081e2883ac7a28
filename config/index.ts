import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { version } from '../package.json'

/** Packages written for newer phones than ours: translated with the sources. */
const translated = { include: [path.resolve(__dirname, '../node_modules/ts-fsrs')] }

/** How Taro builds the mini-program (weapp) and its preview in a browser (h5) from the same pages. */
export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'chuxin-xuetang',
    date: '2026-11-22',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    // The build writes beside the last output and then takes its place, so that a running preview never sees half of one.
    outputRoot: process.env.TARO_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
    plugins: [path.resolve(__dirname, 'plugin-aria.ts')],
    // Of WeChat's console; without one, that message is not offered.
    defineConstants: {
      APP_VERSION_TEXT: JSON.stringify(version),
      SPEECH_PLUGIN: JSON.stringify(process.env.SPEECH_PLUGIN ?? ''),
      TEMPLATE_IDS: JSON.stringify({
        themeDay: process.env.TEMPLATE_THEME_DAY ?? '',
        quiz: process.env.TEMPLATE_QUIZ ?? '',
        reminder: process.env.TEMPLATE_REMINDER ?? '',
      }),
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // Keeps 汉字 as UTF-8 (3 bytes) instead of \uXXXX (6).
    terser: { enable: true, config: { output: { ascii_only: false, comments: false } } },
    alias: { '@': path.resolve(__dirname, '..', 'src') },
    mini: {
      compile: translated,
      postcss: {
        // px stay logical pixels: 17 px of text and 44 px of target are floors that a narrow phone must not shrink.
        pxtransform: { enable: false, config: {} },
      },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      compile: translated,
      publicPath: './',
      staticDirectory: 'static',
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      router: { mode: 'hash' },
      webpackChain(chain) {
        // The default, chunks:'initial', gives every page its own copy of the component library.
        chain.merge({ optimization: { splitChunks: { chunks: 'all', minSize: 10000 } } })
        // Fetches the other pages while the first is read, so that they open without a network, as they do in WeChat.
        chain.module
          .rule('prefetch-pages')
          .test(/\.[jt]sx?$/)
          .parser({ dynamicImportPrefetch: true })
      },
      postcss: { pxtransform: { enable: false, config: {} }, autoprefixer: { enable: true, config: {} } },
    },
  }
  return config
})
