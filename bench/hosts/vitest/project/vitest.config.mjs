// In the pool `forks`, Vitest's default, 64 workers at once never answer (4.1.11); `threads` is as fast.
export default {
  test: {
    include: ['hosts/vitest/serve.test.ts'],
    setupFiles: ['@vitest/web-worker'],
    pool: 'threads',
    testTimeout: 600_000,
  },
};
