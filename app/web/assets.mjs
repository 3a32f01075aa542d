// Puts the style sheets of NL Design System into the jar: `node assets.mjs TARGET_FOLDER`.
// Fetches only what package-lock.json pins, without running any script of it, and only when that
// file changed; when all is there, it does nothing and needs no network.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2];
const copies = [
  // In a layer of its own, so that every rule of ours goes before it.
  ['@utrecht/component-library-css/dist/html.css', 'static/nl-design-system.css', (css) => `@layer nl-design-system {\n${css}\n}\n`],
  ['@utrecht/component-library-css/LICENSE.md', 'META-INF/licences/utrecht-component-library-css.md', (text) => text],
];

const files = ['package-lock.json', 'package.json', 'assets.mjs'];
const wanted = createHash('sha256').update(files.map((file) => readFileSync(join(here, file))).join('\n')).digest('hex');
const fetched = join(here, 'node_modules', '.fetched');
const made = join(target, '.assets');

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
if (read(made) !== wanted || copies.some(([, to]) => !existsSync(join(target, to)))) {
  if (read(fetched) !== wanted) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const run = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: here,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (run.status !== 0) {
      console.error('The style sheets could not be fetched with npm: check that npm works and that there is a network.');
      process.exit(1);
    }
    writeFileSync(fetched, wanted);
  }
  for (const [from, to, change] of copies) {
    mkdirSync(dirname(join(target, to)), { recursive: true });
    writeFileSync(join(target, to), change(readFileSync(join(here, 'node_modules', from), 'utf8')));
  }
  writeFileSync(made, wanted);
}
