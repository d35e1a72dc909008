// @ts-check
// The switch between the hosts of the lab, a program of its own: each host's eth0 is the one end of a
// cable (TAP) that ends here. Frames wait or get lost as was last ordered, by host and direction, with
// seeded chance. A program, because not every kernel has netem, and netem cannot repeat a run. When the
// one who started it is gone it clears away what that one left.

import { spawnSync } from 'node:child_process';
import { openSync, read, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

import { seeded } from './chance.mjs';
import { sweep } from './sweep.mjs';

/**
 * What happens to frames of one host on their way; `out` leaves the host. Loss is from 0 to 1.
 * @typedef {{ port: number, direction: 'out' | 'in', delayMs: number, loss: number }} Fault
 */

/** TUNSETIFF with TAP and no header before the frame: the one thing that Node cannot do by itself. */
const ATTACH =
  'open my $f, "+<&=", 3 or die; my $r = pack "a16 S x22", $ARGV[0], 0x1002; ioctl $f, 0x400454ca, $r or die';
const FRAME_BYTES = 65_536;
const GROUP_BIT = 1;

/** One direction of a cable; frames on it do not overtake each other. */
const newWay = () => ({ delayMs: 0, loss: 0, lastDueMs: 0 });

class Port {
  out = newWay();
  in = newWay();
  #fd = openSync('/dev/net/tun', 'r+');
  #buffer = Buffer.alloc(FRAME_BYTES);

  /** @param {string} name */
  constructor(name) {
    const attached = spawnSync('perl', ['-e', ATTACH, name], { stdio: ['ignore', 'inherit', 'inherit', this.#fd] });
    if (attached.status !== 0) throw new Error(`No cable could be made for ${name}.`);
  }

  /** Reads for ever; each waiting read has a thread of its own. @param {(frame: Buffer) => void} take */
  listen(take) {
    read(this.#fd, this.#buffer, 0, FRAME_BYTES, null, (error, length) => {
      if (error === null) take(Buffer.from(this.#buffer.subarray(0, length)));
      this.listen(take);
    });
  }

  /** @param {Buffer} frame */
  deliver(frame) {
    try {
      writeSync(this.#fd, frame);
    } catch {
      // No carrier, or the interface is down: lost, as on a real cable.
    }
  }
}

const [owner = '0', seed = '1', ...names] = process.argv.slice(2);
const chance = seeded(Number(seed));
const ports = names.map((name) => new Port(name));

/** @param {ReturnType<typeof newWay>} way @param {() => void} carry */
const travel = (way, carry) => {
  if (way.loss > 0 && chance() < way.loss) return;
  const now = performance.now();
  way.lastDueMs = Math.max(now + way.delayMs, way.lastDueMs);
  if (way.lastDueMs <= now) carry();
  else setTimeout(carry, way.lastDueMs - now);
};

/** The last byte of an address is the port's number. @param {Buffer} frame @param {number} from */
const receivers = (frame, from) => {
  const isForAll = ((frame[0] ?? 0) & GROUP_BIT) === 1;
  return ports.filter((_, index) => index !== from && (isForAll || index === frame[5]));
};

for (const [index, port] of ports.entries()) {
  port.listen((frame) => {
    travel(port.out, () => {
      for (const receiver of receivers(frame, index)) travel(receiver.in, () => receiver.deliver(frame));
    });
  });
}

// An interrupt is meant for the one who started it.
process.on('SIGINT', () => undefined);
createInterface(process.stdin)
  .on('line', (line) => {
    const { port, direction, delayMs, loss } = /** @type {Fault} */ (JSON.parse(line));
    const way = ports[port]?.[direction];
    if (way !== undefined) Object.assign(way, { delayMs, loss });
    process.stdout.write('done\n');
  })
  .on('close', () => {
    sweep(Number(owner));
    // Threads that wait for a frame would hold up an orderly end.
    process.kill(process.pid, 'SIGKILL');
  });
process.stdout.write('ready\n');
