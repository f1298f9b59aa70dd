import { platformImport } from './platform-import';

/** What `@arkts.lang` maps to. */
module.exports = platformImport('@arkts.lang');
