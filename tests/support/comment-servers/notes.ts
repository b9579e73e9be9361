/** The storage of a browser in memory, with the faults that it may have. */
import type { NoteStorage } from '../../../src/comments/providers/provider.js';
import { Engine } from './engine.js';
import type { Row } from './engine.js';

class MemoryStorage implements NoteStorage {
  readonly texts = new Map<string, string>();
  /** What any use of it throws. */
  fault?: Error;
  room = Infinity;
  private check(): void {
    if (this.fault) throw this.fault;
  }
  get = (key: string): string | null => {
    this.check();
    return this.texts.get(key) ?? null;
  };
  set = (key: string, value: string): void => {
    this.check();
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.texts.set(key, value);
  };
  remove = (key: string): void => {
    this.check();
    this.texts.delete(key);
  };
  keys = (): string[] => {
    this.check();
    return [...this.texts.keys()];
  };
}

export class Notes extends Engine {
  readonly endpoint = 'https://blog.example/';
  override readonly storage = new MemoryStorage();

  protected answer(): Response {
    throw new Error('notes are not sent');
  }

  override add(row: Partial<Row> = {}): string {
    const id = super.add(row);
    const { parent, text, time } = this.rows.at(-1) ?? { parent: 0, text: '', time: 0 };
    const note = { text, created: time, parent: parent ? `${parent}` : undefined };
    this.storage.set(`entente.note.1|${this.thread}|${id}`, JSON.stringify(note));
    return id;
  }
}
