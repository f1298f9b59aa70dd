import { checkDocument } from './support/check-document';

checkDocument('README.md');
