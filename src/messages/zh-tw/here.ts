// The app on this device, in the settings: ways to install it, starting without a network.

import type { here as english } from '../en/here.ts';
import type { Message } from '../message.ts';

export const here = {
  'here.title': '此裝置上的應用程式',
  'here.install': '安裝',
  'here.installed': '已安裝：有獨立的視窗與圖示，並在圖示上顯示未讀數。',
  'here.offered': '安裝工作台：有獨立的視窗與圖示，瀏覽器也會更妥善地保留資料。',
  'here.safariPhone': '安裝方式：點一下「分享」，再點「加入主畫面」。',
  'here.safariMac': '安裝方式：選擇「檔案」，再選「加入 Dock」。',
  'here.firefoxPhone': '安裝方式：開啟選單，再點「將應用程式加到主畫面」。',
  'here.firefox': '此瀏覽器無法安裝網頁。可改為釘選分頁：工作台的運作完全相同。',
  'here.menu': '安裝方式：開啟瀏覽器選單，選擇「安裝」或「加到主畫面」。',
  'here.insecure': '無法從這個網址安裝。請以 localhost 或 https 網址開啟工作台。',
  'here.kept': '沒有網路也能啟動：此版本已完整保存在此。',
  'here.keeping': '正在將此版本保存到這裡。完成後，沒有網路也能啟動工作台。',
  'here.never': '沒有網路時無法啟動：瀏覽器不會在這個網址保存應用程式。',
} as const satisfies Record<keyof typeof english, Message>;
