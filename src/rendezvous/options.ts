// What was asked for on the command line and in the environment. Pure: parsed here, refused with a
// sentence, obeyed in server.ts and main.ts.

import { SENTENCES } from './sentences.ts';

export const DEFAULT_PORT = 4173;

export interface Options {
  readonly port: number;
  /** The addresses to listen on; null: all of this machine's. */
  readonly hosts: readonly string[] | null;
  /** False where it was forbidden, where nobody watches, and where there is no screen. */
  readonly opensBrowser: boolean;
}

export type ParsedOptions = { readonly options: Options } | { readonly refusal: string };

export interface Surroundings {
  readonly platform: string;
  readonly isTerminal: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const hasScreen = (environment: Environment, platform: string): boolean =>
  platform !== 'linux' || environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined;

const isSet = (text: string | undefined): text is string => text !== undefined && text !== '';

export const parseOptions = (
  args: readonly string[],
  environment: Environment,
  surroundings: Surroundings,
): ParsedOptions => {
  const unknown = args.find((each) => each !== '--lan' && each !== '--no-open');
  if (unknown !== undefined) return { refusal: SENTENCES.unknownOption(unknown) };
  const portText = isSet(environment['PORT']) ? environment['PORT'] : String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) return { refusal: SENTENCES.badPort(portText) };
  const host = isSet(environment['HOST']) ? environment['HOST'] : null;
  const isEverywhere = args.includes('--lan') || host === '0.0.0.0' || host === '::';
  const hosts = isEverywhere ? null : host === null ? ['127.0.0.1', '::1'] : [host];
  const opensBrowser =
    !args.includes('--no-open') &&
    !isSet(environment['CI']) &&
    surroundings.isTerminal &&
    hasScreen(environment, surroundings.platform);
  return { options: { port, hosts, opensBrowser } };
};
