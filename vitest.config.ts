import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a packed tarball: `npm run test:package`.
    exclude: ['test/package/**'],
    environment: 'node',
    restoreMocks: true,
    // Files of one worker share the modules they import, which saves a third of a second per file and more.
    isolate: false,
    // A loaded machine is slow, not wrong: only a test that hangs runs into these.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // The property tests keep every core busy; the default leaves one idle.
    maxWorkers: '100%',
    // What Node, tsx and a bundler give as the default import of a CommonJS file, so that tests see the same.
    deps: { interopDefault: false },
    reporters: ['default', ['json', { outputFile: 'coverage/test-results.json' }]],
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: 'tsconfig.test.json',
      // The native compiler takes a fifth of the time. `.ci/long` checks all with TypeScript 6 as well.
      checker: 'node_modules/typescript-7/bin/tsc',
      // Faults outside the type tests are reported by `npm run typecheck`.
      ignoreSourceErrors: true,
    },
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/**/*.d.ts'],
      reporter: ['text', 'html'],
    },
  },
})
