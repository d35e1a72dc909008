// When an e-mail says that it was written, from its first bytes alone: of many that come together the oldest has
// to come in first, so that an answer stands behind what it answers, and none of them is held for it meanwhile.

import type { ByteSource } from '../intake.ts';

export const writtenAt = async (source: ByteSource): Promise<number | null> => {
  const reader = source.stream().getReader();
  try {
    const { value } = await reader.read();
    const [head = ''] = new TextDecoder('latin1').decode(value?.subarray(0, 65_536)).split(/\r?\n\r?\n/u, 1);
    const date = /^date:[ \t]*([^\r\n]{6,80})/imu.exec(head)?.[1] ?? '';
    const at = Date.parse(date);
    return Number.isNaN(at) ? null : at;
  } catch {
    // It will say so again when it is its turn.
    return null;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
};
