import { presetSettings } from './config';

/** `preset: 'fake-ohos-worker'` */
module.exports = presetSettings();
