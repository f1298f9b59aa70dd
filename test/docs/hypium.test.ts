import { checkDocument } from './support/check-document';

checkDocument('docs/hypium.md');
