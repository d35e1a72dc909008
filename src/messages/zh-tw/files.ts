// What is said of files that go with messages.

import type { Message } from '../message.ts';
import type { files as english } from '../en/files.ts';

export const files = {
  'file.attach': '附加檔案',
  'file.attached': '隨此回覆送出的檔案',
  'file.reading': '讀取中…',
  'file.remove': '移除 {name}',
  'file.show': '顯示 {name}',
  'file.save': '儲存 {name}',
  'file.saveThis': '儲存',
  'file.coming': '{name} 傳送中',
  'file.awaited': '尚未到達。等到有此檔案的同事可連線時就會送達。',
  'file.why.tooMany': '{name} 未附加：一則訊息最多 5 個檔案。',
  'file.why.empty': '{name} 是空的。',
  'file.why.tooLarge': '{name} 大於 5 MB。請傳送較小的副本，或傳送連結。',
  'file.why.program': '{name} 可能會當作程式執行。程式不能傳送。',
  'file.why.disguised': '{name} 的內容與名稱不符，因此不能傳送。',
  'file.why.unknownKind': '{name} 的類型不能傳送。可傳送圖片、PDF、Office 文件、純文字、聲音與影片。',
  'file.why.notKept': '{name} 無法保存在這部裝置：空間不足，或瀏覽器不在此保存資料。',
  'file.why.notLoaded': '{name} 無法讀取，可能已被移動或變更。',
} as const satisfies Record<keyof typeof english, Message>;
