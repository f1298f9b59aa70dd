module.exports = { preset: 'fake-ohos-worker' };
