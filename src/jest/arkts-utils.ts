import { platformImport } from './platform-import';

/** What `@arkts.utils` maps to. */
module.exports = platformImport('@arkts.utils');
