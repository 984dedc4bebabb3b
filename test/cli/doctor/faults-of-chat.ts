import type { DoctorSeams } from '../../../src/cli/doctor/run-doctor.ts';
import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import { freePort } from '../../free-port.ts';
import type { Scene } from './doctor-scene.ts';
import { type Faults, NETWORK } from './fault.ts';

const chatFault =
  (fault: ChatFault) =>
  ({ chat }: Scene) =>
    void chat.setFaults([fault]);
const closed = async () => `http://127.0.0.1:${await freePort()}`;

export const CHAT_FAULTS: Faults = {
  'another app’s key': {
    env: { TENCENT_SECRET_KEY: 'f'.repeat(64) },
    trouble: { 'chat-key': 'fail' },
    what: /70009/,
    fix: /TENCENT_SECRET_KEY is the key/,
  },
  'an administrator that isn’t one': {
    env: { TENCENT_ADMIN: 'alice' },
    trouble: { 'chat-key': 'fail' },
    what: /60010/,
    fix: /TENCENT_ADMIN/,
  },
  'an address that Chat keeps out': {
    make: chatFault({ kind: 'code', code: 60021 }),
    trouble: { 'chat-key': 'fail' },
    what: /60021/,
    fix: /IP allow-list/,
  },
  'a code in no document': {
    make: chatFault({ kind: 'code', code: 60999, info: 'see https://evil.example' }),
    trouble: { 'chat-key': 'fail' },
    what: /^Chat answered 60999\.$/,
    fix: /error codes/,
  },
  'an SDKAppID of nobody': {
    env: { TENCENT_SDK_APP_ID: '1400000001' },
    trouble: { 'chat-region': 'fail' },
    what: /70020/,
    fix: /TENCENT_REGION/,
  },
  'another region': {
    make: chatFault({ kind: 'code', code: 60026 }),
    trouble: { 'chat-region': 'fail' },
    what: /60026/,
    fix: /TENCENT_REGION/,
  },
  'Follow that is switched off': {
    make: chatFault({ kind: 'code', code: 30005 }),
    trouble: { 'chat-follow': 'fail' },
    what: /30005/,
    fix: /Switch it on in the Chat console/,
  },
  'a plan that ran out': {
    make: chatFault({ kind: 'code', code: 60020 }),
    trouble: { 'chat-follow': 'fail' },
    what: /60020/,
    fix: /plan/,
  },
  'too many calls of Chat': {
    make: chatFault({ kind: 'code', code: 60007 }),
    trouble: { 'chat-follow': 'warn' },
    what: /60007/,
    fix: /TENCENT_MAX_CALLS_PER_SECOND/,
  },
  'an error of Chat’s own that stays': {
    make: chatFault({ kind: 'code', code: 30006 }),
    trouble: { 'chat-follow': 'fail' },
    what: /30006/,
    fix: /support/,
  },
  'answers of another shape': {
    make: chatFault({ kind: 'wrong-shape' }),
    trouble: { 'chat-follow': 'fail' },
    what: /another form/,
    fix: /newer followstats/,
  },
  'answers without counts': {
    make: chatFault({ kind: 'no-counts', account: 'administrator' }),
    trouble: { 'chat-follow': 'fail' },
    what: /another form/,
    fix: /newer followstats/,
  },
  'an asking account that isn’t imported': {
    env: { TENCENT_FROM_ACCOUNT: 'ghost' },
    trouble: { 'chat-from-account': 'fail' },
    what: /30003/,
    fix: /TENCENT_FROM_ACCOUNT/,
  },
  'an asking account that alone fails': {
    make: chatFault({ kind: 'account-code', account: 'administrator', code: 30003 }),
    trouble: { 'chat-from-account': 'fail' },
    what: /30003/,
    fix: /Import the account/,
  },
  'a Chat that hangs': {
    make: chatFault({ kind: 'hang' }),
    seams: { times: { chatMs: 150 } },
    trouble: { 'chat-region': 'fail' },
    what: /no answer in 150 ms/,
    fix: NETWORK,
  },
  'a Chat that hangs up': {
    make: chatFault({ kind: 'reset' }),
    trouble: { 'chat-region': 'fail' },
    what: /follow_get_info: \w+/,
    fix: NETWORK,
  },
  'a Chat behind a closed port': {
    make: async () => ({ TENCENT_BASE_URL: await closed() }),
    trouble: { 'chat-region': 'fail' },
    what: /ECONNREFUSED/,
    fix: /TENCENT_BASE_URL/,
  },
  'a gateway before Chat': {
    make: chatFault({ kind: 'status', status: 502 }),
    trouble: { 'chat-region': 'fail' },
    what: /HTTP 502/,
    fix: /proxy on the way/,
  },
  'a page in place of Chat': {
    make: chatFault({ kind: 'html' }),
    trouble: { 'chat-region': 'fail' },
    what: /not JSON/,
    fix: /TENCENT_BASE_URL/,
  },
  'answers that are cut': {
    make: chatFault({ kind: 'truncated' }),
    trouble: { 'chat-region': 'fail' },
    what: /not JSON/,
    fix: /proxy on the way/,
  },
  'answers without an end': {
    make: chatFault({ kind: 'huge' }),
    trouble: { 'chat-region': 'fail' },
    what: /more than \d+ bytes/,
    fix: /proxy on the way/,
  },
  'a proxy that nobody runs': {
    make: async () => ({
      NODE_USE_ENV_PROXY: '1',
      HTTP_PROXY: (await closed()).replace('//', '//user:hunter2hunter2@'),
    }),
    trouble: { 'chat-region': 'fail' },
    what: /ECONNREFUSED/,
    fix: /HTTPS_PROXY/,
  },
};

const movedBy = (seconds: number): DoctorSeams => ({ now: () => Date.now() + seconds * 1000 });

export const CLOCK_FAULTS: Faults = {
  '40 s ahead': { seams: movedBy(40), trouble: { 'slack-clock': 'warn' }, what: /4\d s ahead of Slack’s/, fix: /NTP/ },
  '40 s behind': {
    seams: movedBy(-40),
    trouble: { 'slack-clock': 'warn' },
    what: /(39|4\d) s behind Slack’s/,
    fix: /NTP/,
  },
  'five minutes behind': {
    seams: movedBy(-300),
    trouble: { 'slack-clock': 'fail', 'chat-clock': 'warn' },
    what: /5 min behind/,
    fix: /NTP/,
  },
  'two minutes ahead': {
    seams: movedBy(125),
    trouble: { 'slack-clock': 'warn', 'chat-clock': 'warn' },
    what: /2 min ahead/,
    fix: /NTP/,
  },
  'two days behind Chat’s': {
    chat: { now: () => Date.now() + 2 * 86_400_000 },
    trouble: { 'chat-clock': 'fail' },
    what: /70001/,
    fix: /clock/,
  },
};
