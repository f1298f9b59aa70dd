import { hilog } from '../hilog';

/** What `@ohos.hilog` maps to: a default export, and its members by name. */
module.exports = Object.defineProperty({ default: hilog, ...hilog }, '__esModule', { value: true });
