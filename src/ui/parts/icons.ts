// The icons of the desk by what they mean. Lucide (ISC), one import each, so that only these ship.

import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import AtSign from '@lucide/svelte/icons/at-sign';
import BookOpen from '@lucide/svelte/icons/book-open';
import Check from '@lucide/svelte/icons/check';
import CheckCheck from '@lucide/svelte/icons/check-check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import Copy from '@lucide/svelte/icons/copy';
import CornerUpLeft from '@lucide/svelte/icons/corner-up-left';
import Download from '@lucide/svelte/icons/download';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import File from '@lucide/svelte/icons/file';
import FileDown from '@lucide/svelte/icons/file-down';
import GitMerge from '@lucide/svelte/icons/git-merge';
import Hand from '@lucide/svelte/icons/hand';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Image from '@lucide/svelte/icons/image';
import Inbox from '@lucide/svelte/icons/inbox';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import LayoutDashboard from '@lucide/svelte/icons/layout-dashboard';
import Link from '@lucide/svelte/icons/link';
import ListChecks from '@lucide/svelte/icons/list-checks';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Lock from '@lucide/svelte/icons/lock';
import LogIn from '@lucide/svelte/icons/log-in';
import LogOut from '@lucide/svelte/icons/log-out';
import Mail from '@lucide/svelte/icons/mail';
import MessageSquare from '@lucide/svelte/icons/message-square';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import MonitorDown from '@lucide/svelte/icons/monitor-down';
import Paperclip from '@lucide/svelte/icons/paperclip';
import Pencil from '@lucide/svelte/icons/pencil';
import Phone from '@lucide/svelte/icons/phone';
import Play from '@lucide/svelte/icons/play';
import Plus from '@lucide/svelte/icons/plus';
import Printer from '@lucide/svelte/icons/printer';
import Rewind from '@lucide/svelte/icons/rewind';
import Search from '@lucide/svelte/icons/search';
import Settings from '@lucide/svelte/icons/settings';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Split from '@lucide/svelte/icons/split';
import SunMoon from '@lucide/svelte/icons/sun-moon';
import Tag from '@lucide/svelte/icons/tag';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import User from '@lucide/svelte/icons/user';
import UserPlus from '@lucide/svelte/icons/user-plus';
import Users from '@lucide/svelte/icons/users';
import X from '@lucide/svelte/icons/x';
import Zap from '@lucide/svelte/icons/zap';

export const icons = {
  add: Plus,
  alert: TriangleAlert,
  attach: Paperclip,
  back: ChevronLeft,
  chat: MessagesSquare,
  check: Check,
  chevron: ChevronDown,
  chevronRight: ChevronRight,
  close: X,
  copy: Copy,
  dashboard: LayoutDashboard,
  definitions: BookOpen,
  desk: Inbox,
  device: Smartphone,
  down: ArrowDown,
  draft: Pencil,
  entered: LogIn,
  export: Download,
  file: File,
  filter: ListFilter,
  fork: Split,
  import: FileDown,
  info: Info,
  install: MonitorDown,
  invite: UserPlus,
  keyboard: Keyboard,
  left: ArrowLeft,
  link: Link,
  logOut: LogOut,
  mail: Mail,
  mention: AtSign,
  merge: GitMerge,
  message: MessageSquare,
  more: Ellipsis,
  note: Lock,
  person: User,
  pick: ListChecks,
  phone: Phone,
  picture: Image,
  practice: Play,
  print: Printer,
  replay: Rewind,
  return: CornerUpLeft,
  right: ArrowRight,
  saved: Check,
  savedByOthers: CheckCheck,
  savedReply: Zap,
  search: Search,
  send: ArrowUp,
  settings: Settings,
  snooze: Hourglass,
  storage: HardDrive,
  switch: ChevronsUpDown,
  tag: Tag,
  take: Hand,
  team: Users,
  theme: SunMoon,
  transfer: ArrowRightLeft,
  up: ArrowUp,
} as const;

export type IconName = keyof typeof icons;
