// What a person can do to a conversation without moving it: tag it (TA1), lay it aside (SN1), call colleagues
// (AT2); and the team's saved replies (SR1). Checked on what stands now, one transaction each.

import { ownerOf } from '../domain/conversation-state.ts';
import type { Draft } from '../domain/entry.ts';
import type { AgentId, ConversationId, WallMs } from '../domain/ids.ts';
import {
  MAX_CODE,
  MAX_MENTIONS,
  MAX_NAME,
  MAX_SAVED_REPLIES,
  MAX_SKILLS,
  MAX_SNOOZE_MS,
  MAX_TAG,
  MAX_TAGS,
} from '../domain/limits.ts';
import type { NeedsPatch, Result, SavedReplyDraft } from './desk-types.ts';
import { DONE, refuse, whyNotText, Writing } from './writing.ts';

/** One line, without space at its ends. */
const inOneLine = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ');
const isSameTag = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export class MarkActs extends Writing {
  tag(id: ConversationId, tag: string): Result {
    const conversation = this.conversation(id);
    const word = inOneLine(tag);
    if (conversation === null) return refuse('notFound');
    if (word === '') return refuse('empty');
    if (word.length > MAX_TAG) return refuse('tagTooLong');
    if (conversation.tags.some((each) => isSameTag(each, word))) return DONE;
    if (conversation.tags.length >= MAX_TAGS) return refuse('tooManyTags');
    return this.write([{ kind: 'tagged', conversation: id, tag: word, isOn: true }]);
  }

  untag(id: ConversationId, tag: string): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (!conversation.tags.includes(tag)) return DONE;
    return this.write([{ kind: 'tagged', conversation: id, tag, isOn: false }]);
  }

  changeNeeds(id: ConversationId, { priority, skills }: NeedsPatch): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (conversation.state === 'closed') return refuse('closed');
    const needed = skills === undefined ? undefined : [...new Set(skills.map(inOneLine))];
    if (needed !== undefined) {
      if (needed.includes('')) return refuse('empty');
      if (needed.length > MAX_SKILLS || needed.some((skill) => skill.length > MAX_NAME)) return refuse('tooLong');
    }
    const isSame = needed === undefined || needed.join('\n') === conversation.skills.join('\n');
    const patch = {
      ...(priority === undefined || priority === conversation.priority ? {} : { priority }),
      ...(isSame ? {} : { skills: needed }),
    };
    if (Object.keys(patch).length === 0) return DONE;
    return this.write([{ kind: 'needsChanged', conversation: id, ...patch }]);
  }

  /** What was only offered is picked up with it: it stays with whoever lays it aside. */
  snooze(id: ConversationId, until: WallMs): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    const { base, customerMessages: seen } = conversation;
    if (ownerOf(conversation) !== this.me || base === null) return refuse('notHeldByYou');
    const now = this.wall();
    if (!(until > now)) return refuse('timePast');
    if (until - now > MAX_SNOOZE_MS) return refuse('timeTooFar');
    const drafts: Draft[] = [];
    let on = base;
    if (conversation.state === 'assigned') {
      on = this.replica.newId();
      drafts.push({ kind: 'pickedUp', id: on, conversation: id, base });
    }
    return this.write([...drafts, { kind: 'snoozed', conversation: id, on, until, seen }]);
  }

  wake(id: ConversationId): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    const { base, snooze, customerMessages: seen } = conversation;
    if (snooze === null || base === null) return DONE;
    if (ownerOf(conversation) !== this.me) return refuse('notHeldByYou');
    return this.write([{ kind: 'snoozed', conversation: id, on: base, until: null, seen }]);
  }

  /** A new one, or another text of one that is there. */
  saveReply({ id, code, name, text }: SavedReplyDraft): Result {
    const wrong = whyNotText(name, MAX_NAME) ?? whyNotText(text);
    if (wrong !== null) return refuse(wrong === 'tooLong' && name.length > MAX_NAME ? 'nameTooLong' : wrong);
    if (code.trim().length > MAX_CODE) return refuse('nameTooLong');
    const replies = this.replica.team.savedReplies();
    if (id === null && replies.length >= MAX_SAVED_REPLIES) return refuse('tooManyReplies');
    const reply = id ?? this.replica.newId();
    const value = { reply, code: inOneLine(code), name: inOneLine(name), text };
    return this.write([{ kind: 'savedReply', ...value, isRemoved: false }]);
  }

  removeReply(id: string): Result {
    const reply = this.replica.team.savedReplies().find((each) => each.id === id);
    if (reply === undefined) return DONE;
    const { code, name, text } = reply;
    return this.write([{ kind: 'savedReply', reply: id, code, name, text, isRemoved: true }]);
  }

  /** The field of those whom a text calls; none where it calls nobody whom the team knows. */
  protected calling(mentions: readonly AgentId[]): { readonly mentions?: readonly AgentId[] } {
    const known = [...new Set(mentions)].filter((agent) => this.replica.team.agents.has(agent)).slice(0, MAX_MENTIONS);
    return known.length === 0 ? {} : { mentions: known };
  }
}
