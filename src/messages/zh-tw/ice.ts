// STUN and TURN servers of the team.

import type { ice as english } from '../en/ice.ts';
import type { Message } from '../message.ts';

export const ice = {
  // STUN and TURN servers as a setting of the team
  'ice.title': '連線伺服器',
  'ice.meta': 'STUN 與 TURN；每個工作台都相同，預設沒有',
  'ice.text':
    '在同一網路中，各工作台不需伺服器即可連線。跨網路時，STUN 伺服器告訴瀏覽器其外部位址；若無法直接連通，則由 TURN 伺服器轉送。',
  'ice.third':
    '每部伺服器都有其經營者：它會得知你們的網路位址與上線時間，TURN 伺服器還會得知傳送量。它讀不到內容，傳輸皆已加密。持有邀請連結的人也會有這些登入資料。',
  'ice.list': '團隊的伺服器',
  'ice.none': '無。不會聯絡任何第三方。',
  'ice.withLogin': '身分：{name}',
  'ice.remove': '移除 {url}',
  'ice.removed': '已移除 {url}。',
  'ice.url': '位址',
  'ice.urlHint': 'stun:stun.example.org:3478 或 turns:turn.example.org:5349',
  'ice.username': '使用者名稱',
  'ice.credential': '密碼',
  'ice.add': '新增伺服器',
  'ice.added': '已儲存。下次連線與新的邀請連結都會使用它。',
  'ice.test': '從此瀏覽器測試',
  'ice.testing': '尋找中，最多 3 秒。',
  'ice.found': '可連到此瀏覽器：{kinds}。',
  'ice.foundNone': '此瀏覽器找不到任何路徑。請確認有網路。',
  'ice.noRelay': '沒有 TURN 伺服器提供中繼：請檢查位址、連接埠、使用者名稱與密碼。',
  'ice.noOutside': '沒有伺服器告知外部位址：請檢查位址、連接埠或防火牆。',
  'ice.works': '伺服器有回應。',
  'ice.serverEmpty': '缺少位址。位址以 stun: 或 turn: 開頭。',
  'ice.serverKind': '位址須以 stun:、stuns:、turn: 或 turns: 開頭，不加斜線。',
  'ice.serverAddress': '這不是伺服器的名稱或位址。請寫成 turn:turn.example.org:3478 這樣。',
  'ice.serverPort': '連接埠是 1 到 65,535 的數字。',
  'ice.serverTransport': '問號之後只能是 transport=udp 或 transport=tcp，且僅限 TURN。',
  'ice.serverTooLong': '位址太長：最多 200 個字元。',
  'ice.serverNeedsLogin': 'TURN 伺服器需要使用者名稱與密碼。',
  'ice.serverTakesNoLogin': 'STUN 伺服器不使用使用者名稱與密碼。請兩者都留空。',
  'ice.serverLoginTooLong': '使用者名稱或密碼太長：最多 256 個字元。',
  'ice.serverTwice': '團隊已有此伺服器。若要變更登入資料，請先移除它。',
  'ice.serversTooMany': '一個團隊最多八部伺服器。請先移除一部。',
} as const satisfies Record<keyof typeof english, Message>;
