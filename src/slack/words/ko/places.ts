import { translate } from '../catalogue.ts';
import { places as original } from '../en/places.ts';

export const places = translate(original, {
  'not-yours': {
    what: '참여하고 있지 않은 대화에는 게시할 수 없습니다.',
    fix: '참여 중인 채널이나 followstats와의 다이렉트 메시지를 선택하세요.',
  },
  'not-found': {
    what: 'followstats가 이 채널에 접근할 수 없습니다. 채널이 없어졌거나, followstats가 초대되지 않은 비공개 채널입니다.',
    fix: '먼저 채널에 followstats를 초대하거나 다른 채널을 선택하세요.',
  },
  'missing-scope': {
    what: '이 대화에 참여하고 있는지 followstats가 확인할 수 없습니다.',
    fix: 'followstats 관리자에게 알리거나 followstats와의 다이렉트 메시지를 선택하세요.',
    fixForAdmins: 'Slack 앱에 channels:read, groups:read, im:write 권한 범위를 추가하세요.',
  },
  'no-answer': {
    what: '이 대화에 참여하고 있는지 Slack에서 확인하지 못했습니다.',
    fix: '잠시 후 다시 시도하세요.',
  },
});
