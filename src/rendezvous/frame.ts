// What a client of y-webrtc's signalling may say. Decides what a frame means; whatever is not
// understood is refused with a WebSocket close code and a reason, never thrown.

/** `data` of a publish is JSON text, ready to be passed on. */
export type Frame =
  /** `perSecond`: no more of these topics than that; null: as it comes. */
  | { readonly type: 'subscribe'; readonly topics: readonly string[]; readonly perSecond: number | null }
  | { readonly type: 'unsubscribe'; readonly topics: readonly string[] }
  | { readonly type: 'publish'; readonly topic: string; readonly data: string }
  | { readonly type: 'ping' }
  /** A kind of a later version: nothing to do, nothing wrong. */
  | { readonly type: 'unknown' };

export interface FrameRefusal {
  readonly code: 1003 | 1007 | 1008;
  readonly reason: string;
}

export type ParsedFrame = { readonly frame: Frame } | { readonly refusal: FrameRefusal };

const refuse = (code: FrameRefusal['code'], reason: string): ParsedFrame => ({ refusal: { code, reason } });

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Null where it is nested too deeply to be written again. */
const writeJson = (value: unknown): string | null => {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch {
    return null;
  }
};

export interface FrameBounds {
  readonly topicLength: number;
  readonly topicsPerConnection: number;
}

export const parseFrame = (text: string, bounds: FrameBounds): ParsedFrame => {
  const message = parseJson(text);
  if (!isRecord(message) || typeof message['type'] !== 'string') return refuse(1007, 'not a message');
  const isTopic = (value: unknown): value is string =>
    typeof value === 'string' && value.length > 0 && value.length <= bounds.topicLength;
  switch (message['type']) {
    case 'subscribe':
    case 'unsubscribe': {
      const topics: unknown = message['topics'];
      if (!Array.isArray(topics) || !topics.every(isTopic)) return refuse(1007, 'bad topics');
      if (topics.length > bounds.topicsPerConnection) return refuse(1008, 'too many topics');
      if (message['type'] === 'unsubscribe') return { frame: { type: 'unsubscribe', topics } };
      const perSecond: unknown = message['perSecond'] ?? null;
      if (perSecond !== null && !(typeof perSecond === 'number' && perSecond > 0)) return refuse(1007, 'bad pace');
      return { frame: { type: 'subscribe', topics, perSecond } };
    }
    case 'publish': {
      const topic: unknown = message['topic'];
      const data = writeJson(message['data']);
      if (!isTopic(topic) || data === null) return refuse(1007, 'bad publish');
      return { frame: { type: 'publish', topic, data } };
    }
    case 'ping':
      return { frame: { type: 'ping' } };
    default:
      return { frame: { type: 'unknown' } };
  }
};
