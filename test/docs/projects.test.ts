import { checkDocument } from './support/check-document';

checkDocument('docs/projects.md');
