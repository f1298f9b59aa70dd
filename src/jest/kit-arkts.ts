import { platformImport } from './platform-import';

/** What `@kit.ArkTS` maps to. */
module.exports = platformImport('@kit.ArkTS');
