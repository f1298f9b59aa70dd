import { platformImport } from './platform-import';

/** What `@ohos.worker` maps to. */
module.exports = platformImport('@ohos.worker');
