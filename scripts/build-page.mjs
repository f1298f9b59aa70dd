// Builds the page of traces and of the debugger: one HTML file that needs nothing else. As it stands it is the live one.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

export async function buildPage(outfile) {
  const { outputFiles } = await build({
    entryPoints: ['src/page/main.tsx'],
    outdir: 'page',
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    tsconfig: 'src/page/tsconfig.json',
  });
  const [script, style] = ['.js', '.css'].map((end) => outputFiles.find(({ path }) => path.endsWith(end)).text.trim());
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    'connect-src ws://127.0.0.1:* ws://localhost:*',
  ].join('; ');
  const parts = { POLICY: policy, '/*STYLE*/': style, '/*SCRIPT*/': script };
  const template = readFileSync('src/page/page.html', 'utf8');
  const page = template.replace(/POLICY|\/\*STYLE\*\/|\/\*SCRIPT\*\//g, (name) => parts[name]);
  writeFileSync(outfile, page);
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
