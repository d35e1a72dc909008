// @ts-check
// Removes what a run of the lab made: processes, namespaces, folders. All of it is named after the
// process that made it, so that the next run also finds what a killed one left, and nothing else.

import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { inRoot } from '../../tools/tree.mjs';

const NAMES = /^deskmesh-lab-(\d+)/;

/** Also for a process that was told to use the run's own folder. */
const TEMPORARY = NAMES.test(basename(tmpdir())) ? dirname(tmpdir()) : tmpdir();

/** What everything that a run makes begins with. @param {number} pid */
export const labName = (pid) => `deskmesh-lab-${pid}`;

/** Where a run keeps its copy of the built app. */
export const COPIES = inRoot('dist/.lab');

/** @param {string[]} args */
const ip = (...args) => spawnSync('ip', args, { encoding: 'utf8' }).stdout ?? '';

const namespaces = () =>
  ip('netns', 'list')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => NAMES.test(name));

/** @param {string} folder */
const namesIn = (folder) => {
  try {
    return readdirSync(folder).filter((name) => NAMES.test(name));
  } catch {
    return [];
  }
};

/** Every process in it but this one; those that are born meanwhile as well. @param {string} namespace */
export const killAllIn = (namespace) => {
  for (let round = 0; round < 20; round += 1) {
    const pids = ip('netns', 'pids', namespace)
      .split('\n')
      .map(Number)
      .filter((pid) => pid > 0 && pid !== process.pid);
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // Gone already.
      }
    }
    execFileSync('sleep', ['0.05']);
  }
};

/** @param {number} pid */
const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} name */
const pidOf = (name) => Number(NAMES.exec(name)?.[1]);

/** What this process made, and what those made that no longer run. @param {number} own */
export const sweep = (own) => {
  /** @param {string} name */
  const isLeft = (name) => pidOf(name) === own || !isRunning(pidOf(name));
  for (const namespace of namespaces().filter(isLeft)) {
    killAllIn(namespace);
    ip('netns', 'del', namespace);
  }
  for (const folder of [TEMPORARY, COPIES]) {
    for (const name of namesIn(folder).filter(isLeft)) {
      rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 });
    }
  }
};
