// Checks the chain of proof in this browser: fetches the log's files and computes everything anew
// (RFC 6962 hashes, c2sp.org/tlog-tiles, c2sp.org/signed-note). Trusts the server for nothing but
// the public key, which one can compare with a copy from elsewhere.

class Misfit extends Error {}
class Unchecked extends Error {}

const utf8 = new TextEncoder();
const join = (...parts) => {
  const all = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
const sha256 = async (...parts) => new Uint8Array(await crypto.subtle.digest('SHA-256', join(...parts)));
const leafHash = (bytes) => sha256(new Uint8Array([0]), bytes);
const nodeHash = (left, right) => sha256(new Uint8Array([1]), left, right);
const hex = (bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const base64 = (text, file) => {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    throw new Misfit(file);
  }
};
const same = (one, other) => hex(one) === hex(other);

/** The largest power of two below n. */
const half = (n) => {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
};

class Log {
  constructor(folder) {
    this.folder = folder;
    this.files = new Map();
  }

  async file(path) {
    if (!this.files.has(path)) {
      const answer = await fetch(`${this.folder}/${path}`, { cache: path === 'checkpoint' ? 'no-store' : 'default' });
      this.files.set(path, answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null);
    }
    return this.files.get(path);
  }

  async text(path) {
    const bytes = await this.file(path);
    if (bytes === null) throw new Misfit(path);
    return new TextDecoder().decode(bytes);
  }

  static path(level, index, width) {
    let number = String(index % 1000).padStart(3, '0');
    for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
      number = `x${String(rest % 1000).padStart(3, '0')}/${number}`;
    }
    return `tile/${level}/${number}${width === 256 ? '' : `.p/${width}`}`;
  }

  /** A tile or a bundle of entries, as it is in a log of that size; with the name of its file. */
  async tile(level, index, size) {
    const hashes = level === 'entries' ? size : Math.floor(size / 256 ** level);
    const name = Log.path(level, index, Math.min(256, hashes - index * 256));
    const bytes = (await this.file(name)) ?? (await this.file(Log.path(level, index, 256)));
    if (bytes === null) throw new Misfit(name);
    return { name, bytes };
  }

  async entry(position, size) {
    const { name, bytes } = await this.tile('entries', Math.floor(position / 256), size);
    let at = 0;
    for (let i = 0; at + 2 <= bytes.length; i++) {
      const length = bytes[at] * 256 + bytes[at + 1];
      if (i === position % 256) return { name, bytes: bytes.slice(at + 2, at + 2 + length) };
      at += 2 + length;
    }
    throw new Misfit(name);
  }

  /** The hash over the 2^level leaves from index · 2^level on, from the tile that holds it. */
  async node(level, index, size) {
    if (level % 8 !== 0) {
      return nodeHash(await this.node(level - 1, 2 * index, size), await this.node(level - 1, 2 * index + 1, size));
    }
    const { name, bytes } = await this.tile(level / 8, Math.floor(index / 256), size);
    const at = (index % 256) * 32;
    if (bytes.length < at + 32) throw new Misfit(name);
    return bytes.slice(at, at + 32);
  }

  /** The hash over the leaves from..to (RFC 6962 §2.1), with the hash of one leaf given. */
  async range(from, to, size, position, leaf) {
    const width = to - from;
    const holds = position >= from && position < to;
    if (holds && width === 1) return leaf;
    if (!holds && Number.isInteger(Math.log2(width))) return this.node(Math.log2(width), from / width, size);
    const middle = from + half(width);
    return nodeHash(
      await this.range(from, middle, size, position, leaf),
      await this.range(middle, to, size, position, leaf),
    );
  }
}

const checkpoint = (note) => {
  const end = note.lastIndexOf('\n\n');
  const lines = note.slice(0, end).split('\n');
  if (end < 0 || lines.length < 3) throw new Misfit('checkpoint');
  return { body: note.slice(0, end + 1), origin: lines[0], size: Number(lines[1]), root: base64(lines[2], 'checkpoint'), signatures: note.slice(end + 2) };
};

/** Each check throws a Misfit that names the file that does not fit, or Unchecked. */
const checks = (list, log) => ({
  async act() {
    const said = JSON.parse(list.dataset.leaf).payload;
    if (said !== `sha256:${hex(await sha256(utf8.encode(list.dataset.payload)))}`) throw new Misfit(location.pathname);
  },

  async leaf() {
    const { size } = checkpoint(await log.text('checkpoint'));
    const { name, bytes } = await log.entry(Number(list.dataset.position), size);
    if (list.dataset.leaf && !same(bytes, utf8.encode(list.dataset.leaf))) throw new Misfit(name);
  },

  async tree() {
    const position = Number(list.dataset.position);
    const { size, root } = checkpoint(await log.text('checkpoint'));
    const { bytes } = await log.entry(position, size);
    const leaf = await leafHash(bytes);
    if (!same(leaf, await log.node(0, position, size))) {
      throw new Misfit((await log.tile(0, Math.floor(position / 256), size)).name);
    }
    for (let level = 8; Math.floor(position / 2 ** level) < Math.floor(size / 2 ** level); level += 8) {
      const index = Math.floor(position / 2 ** level);
      const below = await nodeHash(await log.node(level - 1, 2 * index, size), await log.node(level - 1, 2 * index + 1, size));
      if (!same(below, await log.node(level, index, size))) {
        throw new Misfit((await log.tile(level / 8, Math.floor(index / 256), size)).name);
      }
    }
    if (!same(root, await log.range(0, size, size, position, leaf))) throw new Misfit('checkpoint');
  },

  async key() {
    const note = checkpoint(await log.text('checkpoint'));
    const [name, id, typed] = (await log.text('vkey')).trim().split(/\+(.*?)\+(.*)/s);
    const key = base64(typed ?? '!', 'vkey');
    const known = hex((await sha256(utf8.encode(`${name}\n`), key)).slice(0, 4));
    if (key.length !== 33 || key[0] !== 1 || known !== id || name !== note.origin) throw new Misfit('vkey');
    let imported;
    try {
      imported = await crypto.subtle.importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify']);
    } catch {
      throw new Unchecked();
    }
    for (const line of note.signatures.split('\n')) {
      const [dash, signer, text] = line.split(' ');
      if (dash !== '—' || signer !== name) continue;
      const bytes = base64(text, 'checkpoint');
      if (hex(bytes.slice(0, 4)) === id && (await crypto.subtle.verify('Ed25519', imported, bytes.slice(4), utf8.encode(note.body)))) return;
    }
    throw new Misfit('checkpoint');
  },
});

const show = (list, name, state, file) => {
  const tick = list.querySelector(`[data-check="${name}"]`);
  const said = list.querySelector(`[data-state="${name}"]:not(.tick)`);
  tick.dataset.result = state;
  tick.classList.add(`is-${state}`);
  tick.textContent = { fits: '✓', broken: '✗', unchecked: '·' }[state];
  const words = { fits: list.dataset.saidFits, broken: list.dataset.saidBroken, unchecked: list.dataset.saidUnchecked }[state];
  said.textContent = file ? `${words} ${list.dataset.saidFile} ${file}` : words;
};

for (const list of document.querySelectorAll('[data-proof]')) {
  const log = new Log(list.dataset.log);
  const all = checks(list, log);
  for (const tick of list.querySelectorAll('[data-check]')) {
    const name = tick.dataset.check;
    try {
      if (!globalThis.crypto?.subtle) throw new Unchecked();
      await all[name]();
      show(list, name, 'fits');
    } catch (error) {
      if (error instanceof Misfit || error instanceof SyntaxError || error instanceof RangeError) show(list, name, 'broken', error instanceof Misfit ? error.message : '');
      else show(list, name, 'unchecked');
    }
  }
}
