// What a person can do to conversations, chat, settings and their own status. Each act checks that
// it is allowed on what stands now, and writes one transaction; it never waits for anybody (OF1).
// A refusal is a value with a reason that has a sentence in messages/.

import { ownerOf } from '../domain/conversation-state.ts';
import { conversationIdOf } from '../domain/derived-ids.ts';
import type { Draft, Intent, SentFile } from '../domain/entry.ts';
import { asConversationId, type AgentId, type ConversationId, type EntryId } from '../domain/ids.ts';
import type { AskLink } from '../domain/ask-links.ts';
import { MAX_ASK_LINKS, MAX_FILES, MAX_NAME, MAX_TEXT } from '../domain/limits.ts';
import { isSettingName, isSettingValue, type Settings } from '../domain/settings.ts';
import { replacedBy } from '../domain/standing.ts';
import type { AgentPatch, DeskCommands, NewConversation, Refusal, Result } from './desk-types.ts';
import { conversationDrafts, whyNotOpen } from './intake-drafts.ts';
import { MarkActs } from './mark-acts.ts';
import { planAgentChange, planStatusOf } from './team-acts.ts';
import { DONE, refuse, whyNotText } from './writing.ts';

export class Acts extends MarkActs implements DeskCommands {
  chooseStatus(intent: Intent, why?: 'idle'): Result {
    const standing = this.replica.team.agents.get(this.me)?.standing;
    if (standing === undefined) return refuse('notConnectedYet');
    // What was derived, the system's or a supervisor's is chosen all the same: the agent has seen it.
    const isOwn = standing.source === 'person' && standing.by === this.me;
    if (isOwn && standing.intent === intent && !standing.isCrossed) return DONE;
    const said = why === undefined ? {} : { why };
    return this.write([{ kind: 'status', of: this.me, intent, replaces: replacedBy(standing), by: 'person', ...said }]);
  }

  setStatusOf(agent: AgentId, intent: Intent, why: string): Result {
    if (agent === this.me) return this.chooseStatus(intent);
    return this.#writePlanned(planStatusOf(this.replica.team, this.me, agent, intent, why));
  }

  changeAgent(agent: AgentId, patch: AgentPatch): Result {
    return this.#writePlanned(planAgentChange(this.replica.team, agent, patch));
  }

  openConversation(conversation: NewConversation): Result<ConversationId> {
    const wrong = whyNotOpen(conversation);
    if (wrong !== null) return refuse(wrong);
    const { channel, thread } = conversation;
    const id = thread === null ? asConversationId(this.replica.newId()) : conversationIdOf(channel, thread);
    this.write(conversationDrafts(id, conversation, this.replica.team));
    return { ok: true, value: id };
  }

  pickUp(id: ConversationId): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (conversation.state !== 'assigned') return refuse('notOffered');
    if (conversation.owner !== this.me) return refuse('notHeldByYou');
    return this.write([{ kind: 'pickedUp', conversation: id, base: conversation.base }]);
  }

  /** Who does not hold it takes it first, who was offered it picks it up first (CO4.3). */
  reply(id: ConversationId, text: string, files: readonly SentFile[] = []): Result<EntryId> {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    const wrong = whyNotText(text);
    if (wrong !== null && (wrong !== 'empty' || files.length === 0)) return refuse(wrong);
    if (files.length > MAX_FILES) return refuse('tooManyFiles');
    const drafts: Draft[] = [];
    let { base } = conversation;
    if (conversation.state !== 'active' || conversation.owner !== this.me) {
      const kind = conversation.state === 'assigned' && conversation.owner === this.me ? 'pickedUp' : 'taken';
      const first = this.replica.newId();
      drafts.push({ kind, id: first, conversation: id, base });
      base = first;
    }
    const withFiles = files.length === 0 ? {} : { files };
    return this.writeLast([...drafts, { kind: 'reply', conversation: id, base, text, ...withFiles }]);
  }

  note(id: ConversationId, text: string, mentions: readonly AgentId[] = []): Result<EntryId> {
    if (this.conversation(id) === null) return refuse('notFound');
    const wrong = whyNotText(text);
    if (wrong !== null) return refuse(wrong);
    return this.writeLast([{ kind: 'note', conversation: id, text, ...this.calling(mentions) }]);
  }

  /** TR1: to anyone in any status, over capacity too. */
  transfer(id: ConversationId, to: AgentId, note: string): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (conversation.state === 'closed') return refuse('closed');
    if (!this.replica.team.agents.has(to)) return refuse('unknownAgent');
    if (ownerOf(conversation) === to) return refuse('alreadyYours');
    if (note.length > MAX_TEXT) return refuse('tooLong');
    return this.write([{ kind: 'transferred', conversation: id, base: conversation.base, to, note: note.trim() }]);
  }

  takeOver(id: ConversationId): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (conversation.state === 'active' && conversation.owner === this.me) return refuse('alreadyYours');
    return this.write([{ kind: 'taken', conversation: id, base: conversation.base }]);
  }

  returnToQueue(id: ConversationId): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (conversation.state === 'waiting') return refuse('alreadyWaiting');
    if (conversation.state === 'closed') return refuse('closed');
    return this.write([{ kind: 'returned', conversation: id, base: conversation.base }]);
  }

  close(id: ConversationId): Result {
    const conversation = this.conversation(id);
    if (conversation === null) return refuse('notFound');
    if (conversation.state === 'closed') return refuse('closed');
    return this.write([
      { kind: 'closed', conversation: id, base: conversation.base, seen: conversation.customerMessages },
    ]);
  }

  say(room: 'team' | AgentId, text: string, mentions: readonly AgentId[] = []): Result<EntryId> {
    const wrong = whyNotText(text);
    if (wrong !== null) return refuse(wrong);
    if (room !== 'team' && !this.replica.team.agents.has(room)) return refuse('unknownAgent');
    return this.writeLast([{ kind: 'chat', room, text, ...this.calling(mentions) }]);
  }

  changeSettings(patch: Partial<Settings>): Result {
    for (const [name, value] of Object.entries(patch)) {
      if (!isSettingName(name) || !isSettingValue(name, value)) return refuse('outOfBounds');
    }
    return this.write([{ kind: 'settings', patch }]);
  }

  makeAskLink(link: AskLink): Result {
    const wrong = whyNotText(link.name, MAX_NAME);
    if (wrong !== null) return refuse(wrong);
    if (this.replica.team.askLinks.size >= MAX_ASK_LINKS) return refuse('outOfBounds');
    const { id, name, knockKey, publicKey, privateKey } = link;
    return this.write([{ kind: 'askLinkMade', link: id, name: name.trim(), knockKey, publicKey, privateKey }]);
  }

  revokeAskLink(id: string): Result {
    if (!this.replica.team.askLinks.has(id)) return refuse('notFound');
    return this.write([{ kind: 'askLinkRevoked', link: id }]);
  }

  block(customerKey: string, isBlocked: boolean): Result {
    if (this.replica.team.isBlocked(customerKey) === isBlocked) return DONE;
    return this.write([{ kind: 'customerBlocked', key: customerKey, isBlocked }]);
  }

  rename(name: string): Result {
    const wrong = whyNotText(name, MAX_NAME);
    return wrong === null ? this.write([{ kind: 'agentChanged', of: this.me, name: name.trim() }]) : refuse(wrong);
  }

  #writePlanned(planned: readonly Draft[] | Refusal): Result {
    return typeof planned === 'string' ? refuse(planned) : this.write(planned);
  }
}
