/** The folder with the content of photos and recordings: each file is named by its SHA-256, and stands whole or not at all. */
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';

export type Received = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** More was sent than is taken. */
export class TooMuch extends Error {}

const INCOMING = 'incoming';
/** What goes beyond the limit is still read, up to so many times as much, so that whoever sends it hears why not. */
const PATIENCE = 4;

export class MediaStore {
  constructor(readonly folder: string) {}

  pathOf(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256);
  }

  async has(sha256: string): Promise<boolean> {
    const found = await stat(this.pathOf(sha256)).catch(() => null);
    return found?.isFile() ?? false;
  }

  /** Reads a stream into a file of its own, counting while it comes. Throws TooMuch; nothing is left then. */
  async receive(stream: Readable, limit: number): Promise<Received> {
    const place = path.join(this.folder, INCOMING, randomUUID());
    await mkdir(path.dirname(place), { recursive: true });
    const file = await open(place, 'wx');
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > limit * PATIENCE) break;
        if (bytes > limit) continue;
        hash.update(chunk);
        await file.write(chunk);
      }
      if (bytes > limit) throw new TooMuch();
      return { path: place, bytes, sha256: hash.digest('hex') };
    } catch (error) {
      await this.discard(place);
      throw error;
    } finally {
      await file.close();
    }
  }

  discard(place: string): Promise<void> {
    return rm(place, { force: true });
  }

  /** Keeps content and says its name: written aside, brought to the disk, and only then given its name. */
  async keep(content: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const place = this.pathOf(sha256);
    // What is there already is written again: it is as new as this, and a sweep that comes by now leaves it.
    const aside = path.join(this.folder, INCOMING, randomUUID());
    await mkdir(path.dirname(aside), { recursive: true });
    await mkdir(path.dirname(place), { recursive: true });
    await withFile(aside, 'wx', async (file) => {
      await file.writeFile(content);
      await file.sync();
    });
    await rename(aside, place);
    await withFile(path.dirname(place), 'r', (folder) => folder.sync());
    return sha256;
  }

  remove(sha256: string): Promise<void> {
    return rm(this.pathOf(sha256), { force: true });
  }

  /** Everything there is that is older than `before`: names of kept files, and paths of what was never finished. */
  async olderThan(before: Date): Promise<{ kept: string[]; unfinished: string[] }> {
    const entries = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const [kept, unfinished]: [string[], string[]] = [[], []];
    for (const entry of entries.filter((each) => each.isFile())) {
      const place = path.join(entry.parentPath, entry.name);
      const found = await stat(place).catch(() => null);
      if (!found || found.mtime >= before) continue;
      if (path.basename(entry.parentPath) === INCOMING) unfinished.push(place);
      else if (/^[0-9a-f]{64}$/.test(entry.name)) kept.push(entry.name);
    }
    return { kept, unfinished };
  }
}

async function withFile(place: string, how: 'wx' | 'r', work: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(place, how);
  try {
    await work(file);
  } finally {
    await file.close();
  }
}
