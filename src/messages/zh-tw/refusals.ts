// What was refused or does not work, and what to do.

import type { refusals as english } from '../en/refusals.ts';
import type { Message } from '../message.ts';

export const refusals = {
  // Refusals: what happened, then what to do
  'refusal.notFound': '此對話還沒到這部裝置。請等連上同事後再試一次。',
  'refusal.closed': '此對話已關閉。客戶再傳訊息時會重新開啟。',
  'refusal.notClosed': '此對話仍在進行。請先關閉它。',
  'refusal.notHeldByYou': '此對話已不由您負責。若要繼續，請接手。',
  'refusal.alreadyYours': '此對話已由您負責。',
  'refusal.notOffered': '此對話已不再指派給您。請接手，或留給目前的負責人。',
  'refusal.alreadyWaiting': '此對話已經在佇列中了。',
  'refusal.unknownAgent': '此裝置還不認得這位專員。請選擇其他人，或等各工作台連上。',
  'refusal.empty': '還沒有任何內容。請先寫點什麼。',
  'refusal.tooLong': '內容太長：最多 100,000 個字元。請縮短，或分次傳送。',
  'refusal.notSupervisor': '只有主管可以這麼做。請洽其中一位主管。',
  'refusal.outOfBounds': '這個值超出工作台允許的範圍。仍維持原值。',
  'refusal.notConnectedYet': '還沒有連上任何同事。工作台同步過一次後即可使用。',
  'refusal.logLoading': '紀錄還在讀取，所以什麼都沒有做。請稍後再試；您寫的內容會保留。',
  'hindrance.insecureOrigin':
    '這個網址不安全，因此瀏覽器不提供加密功能。請在這部電腦執行 npm start，並開啟它顯示的 localhost 網址。',
  'hindrance.webrtcAbsent':
    '此瀏覽器無法連線到其他瀏覽器（缺少 WebRTC 或已關閉）。請改用新版瀏覽器；在那之前您只能獨自工作。',
  'hindrance.storageBlocked':
    '此瀏覽器不讓工作台儲存任何內容（無痕模式？）。關閉此分頁後一切都會消失：請在一般視窗開啟工作台。',
  'hindrance.storageFull':
    '儲存空間已滿。新內容只存在於此分頁與目前連線的同事那裡：請讓分頁開著，並在此裝置清出空間，之後會自動儲存。',
  'hindrance.storageFailing':
    '瀏覽器無法儲存。新內容只存在於此分頁與目前連線的同事那裡：請讓分頁開著，系統會自動再試。',
  'hindrance.storageClosed': '瀏覽器關閉了工作台的儲存空間。您現在所做的只會保留到此分頁關閉為止：請重新載入頁面。',
  'hindrance.storageOutdated':
    '另一個分頁開著較新版的 Deskmesh，並以自己的方式保存資料。請重新載入此分頁以更新；在那之前這裡不會儲存任何內容。',
  'hindrance.storageRescued':
    '此瀏覽器曾遺失已儲存的資料，已從這裡的第二份副本復原。您可以照常繼續，也請建立一份備份。',
  'hindrance.rendezvousUnreachable': '無法連到會合點。已連線的人不受影響；等它恢復後，新加入的人就能找到您。',
  'hindrance.meshNotLoaded':
    '工作台中負責連線的部分無法載入：可能正在更新版本。在那之前您只能獨自工作。會自動再試，您所做的一切都會保留在此。',
  'fault.corrupt': '部分已儲存的紀錄無法讀取，已另外擱置。其餘內容都在；同事的副本會補上缺漏。',
  'fault.peerMisbehaved': '某部裝置傳來工作台無法讀取的內容，已中斷其連線。您的資料沒有受到影響。',
} as const satisfies Record<keyof typeof english, Message>;
