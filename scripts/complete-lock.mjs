// Completes package-lock.json after an `npm install` against a registry that lacks the packages of some platforms.
// npm leaves those out of the lock file, and `npm ci` then refuses it. An entry with the platform is enough: npm does
// not fetch an optional package of another platform.
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const cpus = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const [place, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  if (place === '') continue;
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (isFound(place, name)) continue;
    const [version] = /\d+\.\d+\.\d+\S*/.exec(range) ?? [range];
    lock.packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(dev ? { dev } : {}), optional: true };
    added.push(name);
  }
}
const packages = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(added.length === 0 ? 'nothing was missing' : `added: ${added.join(', ')}`);

/** Whether a package is in the lock file where a `require` from `place` would look for it. */
function isFound(place, name) {
  const parents = place.split('/node_modules/').map((_, i, parts) => parts.slice(0, i + 1).join('/node_modules/'));
  return ['', ...parents.map((parent) => `${parent}/`)].some(
    (parent) => `${parent}node_modules/${name}` in lock.packages,
  );
}

function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = cpus.filter((candidate) => words.includes(candidate) || (candidate === 'arm' && words.some(isArm32)));
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : [];
  return Object.fromEntries(Object.entries({ cpu, os, libc }).filter(([, values]) => values.length > 0));
}

function isArm32(word) {
  return /^arm(hf|v7)?$/.test(word);
}
