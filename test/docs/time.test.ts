import { checkDocument } from './support/check-document';

checkDocument('docs/time.md');
