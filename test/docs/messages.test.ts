import { checkDocument } from './support/check-document';

checkDocument('docs/messages.md');
