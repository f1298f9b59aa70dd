module.exports = { preset: 'fake-ohos-worker', testTimeout: 600_000 };
