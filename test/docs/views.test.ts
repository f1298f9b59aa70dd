import { checkDocument } from './support/check-document';

checkDocument('docs/views.md');
