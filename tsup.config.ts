import { rmSync } from 'node:fs'
import { defineConfig, type Options } from 'tsup'
import { sourcePlugin } from './scripts/build/source-plugin.js'

const library = [
  'src/index.ts',
  'src/issues/index.ts',
  'src/issues/messages/en.ts',
  'src/issues/messages/zh-cn.ts',
  'src/conditions/index.ts',
  'src/rubric/index.ts',
  'src/calendar/index.ts',
  'src/scoring/index.ts',
  'src/statistics/index.ts',
  'src/sampling/index.ts',
  'src/alerts/index.ts',
  'src/calibration/index.ts',
  'src/engine/index.ts',
]

const shared: Options = {
  outDir: 'dist',
  tsconfig: 'tsconfig.src.json',
  platform: 'neutral',
  target: 'es2023',
  splitting: true,
  sourcemap: true,
  silent: process.env.npm_config_loglevel === 'silent',
  // jsonc-parser's `main` is UMD and breaks consumers that bundle for Node. Of json-rules-engine only the operator
  // files are taken in: its index pulls jsonpath-plus, and with it `vm`. Their notices: THIRD-PARTY-NOTICES.md.
  noExternal: ['jsonc-parser', 'csv-parse', /^json-rules-engine\/dist\//],
  external: [/^node:/],
  esbuildPlugins: [sourcePlugin()],
  esbuildOptions(options) {
    options.mainFields = ['module', 'main']
  },
}

// The three builds run side by side, so that none of them may empty the folder by tsup's own `clean`.
rmSync('dist', { recursive: true, force: true })

export default defineConfig([
  // The command line is one more entry of the ES modules, so that it shares their chunks instead of holding a copy.
  { ...shared, format: 'esm', entry: [...library, 'src/cli/main.ts'] },
  // tsup maps split CommonJS files to themselves, with the builder's path; through `treeshake` the maps reach src.
  { ...shared, format: 'cjs', entry: library, treeshake: true },
  {
    ...shared,
    format: ['esm', 'cjs'],
    entry: library,
    // tsup passes `baseUrl`, which TypeScript 6 calls deprecated.
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
])
