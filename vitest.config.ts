import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // These need a packed tarball: `npm run test:package`.
    exclude: ['test/package/**'],
    environment: 'node',
    restoreMocks: true,
    // The property tests keep every core busy; the default leaves one idle.
    maxWorkers: '100%',
    // What Node, tsx and a bundler give as the default import of a CommonJS file, so that tests see the same.
    deps: { interopDefault: false },
    reporters: ['default', ['json', { outputFile: 'coverage/test-results.json' }]],
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: 'tsconfig.test.json',
      // Faults outside the type tests are told once, by `npm run typecheck`.
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
