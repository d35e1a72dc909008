// Every act of a person, followed until it is saved: the screen says so only when it is true (OF2).

import type { DeskCommands } from '../engine/desk-types.ts';
import type { Saved } from './saved.svelte.ts';

export const followedCommands = (commands: () => DeskCommands, saved: Saved): DeskCommands => {
  const follow = <A extends readonly unknown[], R>(act: (...args: A) => R) => {
    return (...args: A): R => {
      const result = act(...args);
      void saved.follow();
      return result;
    };
  };
  return {
    chooseStatus: follow((intent, why) => commands().chooseStatus(intent, why)),
    setStatusOf: follow((agent, intent, why) => commands().setStatusOf(agent, intent, why)),
    changeAgent: follow((agent, patch) => commands().changeAgent(agent, patch)),
    openConversation: follow((conversation) => commands().openConversation(conversation)),
    pickUp: follow((id) => commands().pickUp(id)),
    reply: follow((id, text, files) => commands().reply(id, text, files)),
    note: follow((id, text, mentions) => commands().note(id, text, mentions)),
    transfer: follow((id, to, note) => commands().transfer(id, to, note)),
    takeOver: follow((id) => commands().takeOver(id)),
    returnToQueue: follow((id) => commands().returnToQueue(id)),
    close: follow((id) => commands().close(id)),
    say: follow((room, text, mentions) => commands().say(room, text, mentions)),
    changeSettings: follow((patch) => commands().changeSettings(patch)),
    rename: follow((name) => commands().rename(name)),
    makeAskLink: follow((link) => commands().makeAskLink(link)),
    revokeAskLink: follow((id) => commands().revokeAskLink(id)),
    block: follow((key, isBlocked) => commands().block(key, isBlocked)),
    tag: follow((id, tag) => commands().tag(id, tag)),
    untag: follow((id, tag) => commands().untag(id, tag)),
    changeNeeds: follow((id, patch) => commands().changeNeeds(id, patch)),
    snooze: follow((id, until) => commands().snooze(id, until)),
    wake: follow((id) => commands().wake(id)),
    saveReply: follow((reply) => commands().saveReply(reply)),
    removeReply: follow((id) => commands().removeReply(id)),
  };
};
