import { pathToFileURL } from 'node:url';
import { serve } from '../../serve';

serve((file) => import(pathToFileURL(file).href)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
