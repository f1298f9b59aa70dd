import { checkDocument } from './support/check-document';

checkDocument('docs/faults.md');
