// The app on this device, in the settings: ways to install it, starting without a network.

import type { here as english } from '../en/here.ts';
import type { Message } from '../message.ts';

export const here = {
  'here.title': 'この端末のアプリ',
  'here.install': 'インストール',
  'here.installed': 'インストール済み。専用のウィンドウとアイコンがあり、アイコンに未読の件数が出ます。',
  'here.offered': 'デスクをインストールすると、専用のウィンドウとアイコンができ、データもより安全に保持されます。',
  'here.safariPhone': 'インストールするには、共有をタップし、「ホーム画面に追加」を選びます。',
  'here.safariMac': 'インストールするには、「ファイル」から「Dockに追加」を選びます。',
  'here.firefoxPhone': 'インストールするには、メニューを開き、「アプリをホーム画面に追加」をタップします。',
  'here.firefox':
    'このブラウザーはページをインストールできません。代わりにタブをピン留めしてください。デスクの動作は同じです。',
  'here.menu': 'インストールするには、ブラウザーのメニューから「インストール」または「ホーム画面に追加」を選びます。',
  'here.insecure': 'このアドレスからはインストールできません。localhostまたはhttpsのアドレスでデスクを開いてください。',
  'here.kept': 'ネットワークがなくても起動します。このバージョンはすべてここに保存されています。',
  'here.keeping': 'このバージョンをここに保存しています。終わると、ネットワークがなくてもデスクが起動します。',
  'here.never': 'ネットワークがないと起動しません。このアドレスでは、ブラウザーがアプリを保存しません。',
} as const satisfies Record<keyof typeof english, Message>;
