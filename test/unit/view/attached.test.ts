// What goes with a reply: what is taken, what is refused and said, and what a reload finds again.

import { describe, expect, test } from 'vitest';
import type { SentFile } from '../../../src/domain/entry.ts';
import { judgeFile } from '../../../src/files/kinds.ts';
import { describeFile } from '../../../src/files/sent-file.ts';
import { Attached } from '../../../src/view/attached.svelte.ts';
import type { AttachedFile } from '../../../src/view/files.svelte.ts';

const attach = async (chosen: File): Promise<AttachedFile> => {
  const bytes = new Uint8Array(await chosen.arrayBuffer());
  const judged = judgeFile(chosen.name, bytes);
  return judged.ok ? { ok: true, file: await describeFile(chosen.name, bytes) } : judged;
};

const desk = () => {
  const notes = new Map<string, string>();
  const refused: string[] = [];
  const drafts = {
    read: (kind: string, id: string) => notes.get(`${kind}/${id}`) ?? '',
    keep: (kind: string, id: string, text: string) => void notes.set(`${kind}/${id}`, text),
  };
  const open = (id = 'c1'): Attached =>
    new Attached({ attach }, drafts, id, (why, name) => refused.push(`${name}: ${why}`));
  return { open, notes, refused };
};

const text = (name: string, words = name): File => new File([words], name);
const names = (attached: Attached): readonly string[] => attached.ready.map(({ name }: SentFile) => name);

describe('[FI1] what goes with a reply', () => {
  test('[FI1] is kept with the draft, each conversation its own', async () => {
    const { open } = desk();
    const attached = open();
    const adding = attached.add([text('a.txt'), text('b.txt')]);
    expect(attached.isReading).toBe(true);
    await adding;
    expect(attached.isReading).toBe(false);
    expect(names(open())).toEqual(['a.txt', 'b.txt']);
    expect(names(open('c2'))).toEqual([]);
    attached.remove(attached.items[0]?.key ?? -1);
    expect(names(open())).toEqual(['b.txt']);
    attached.clear();
    expect(names(open())).toEqual([]);
  });

  test('[FI1] five files at most; what is too much is named', async () => {
    const { open, refused } = desk();
    const attached = open();
    await attached.add(['1', '2', '3', '4', '5', '6', '7'].map((each) => text(`${each}.txt`)));
    expect(names(attached)).toEqual(['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']);
    expect(refused).toEqual(['6.txt: tooMany', '7.txt: tooMany']);
  });

  test('[FI1] the same bytes twice go once', async () => {
    const { open } = desk();
    const attached = open();
    await attached.add([text('a.txt', 'same')]);
    await attached.add([text('b.txt', 'same')]);
    expect(names(attached)).toEqual(['a.txt']);
  });

  test('[FI3] what is refused is named with its reason, and the others stay', async () => {
    const { open, refused } = desk();
    const attached = open();
    await attached.add([text('a.exe'), text('b.txt'), text('c.png'), text('d.txt', '')]);
    expect(names(attached)).toEqual(['b.txt']);
    expect(refused.toSorted()).toEqual(['a.exe: program', 'c.png: disguised', 'd.txt: empty']);
  });

  test('[FI1] one that is taken away while it is read does not come back', async () => {
    const { open } = desk();
    const attached = open();
    const adding = attached.add([text('a.txt')]);
    attached.remove(attached.items[0]?.key ?? -1);
    await adding;
    expect(names(attached)).toEqual([]);
  });

  test('[FI1] notes that nobody of this version wrote are passed over', () => {
    const { open, notes } = desk();
    for (const wrong of ['{', '7', '[1, null, {"name": 3}]', '[{"name":"a","bytes":-1,"hash":"x"}]']) {
      notes.set('files/c1', wrong);
      expect(names(open())).toEqual([]);
    }
  });
});
