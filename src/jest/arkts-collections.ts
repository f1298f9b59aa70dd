import { platformImport } from './platform-import';

/** What `@arkts.collections` maps to. */
module.exports = platformImport('@arkts.collections');
