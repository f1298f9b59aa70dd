#!/usr/bin/env node
import { isColorSupported } from 'picocolors';
import { run } from './run';

/** Bundled with what it says at the build. */
const { version } = require('../../package.json') as { version: string };

// Who reads the output may stop, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

process.exitCode = run(process.argv.slice(2), version, {
  cwd: process.cwd(),
  environment: process.env,
  colours: isColorSupported,
  print: (text) => process.stdout.write(text),
  printError: (text) => process.stderr.write(text),
  terminal: process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : undefined,
  goOn: (work) => {
    void work().then((exitCode) => {
      process.exitCode = exitCode;
    });
  },
});
