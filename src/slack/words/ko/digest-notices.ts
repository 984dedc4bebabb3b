import { translate } from '../catalogue.ts';
import { digestNotices as original } from '../en/digest-notices.ts';

export const digestNotices = translate(original, {
  made: '앞으로 이 채널에 {title} 정기 리포트를 게시합니다. 일정은 {schedule}, 다음 게시는 {next}입니다.',
  madeDirect: '앞으로 여기로 {title} 정기 리포트를 보내 드립니다. 일정은 {schedule}, 다음 게시는 {next}입니다.',
  changed: '{title} 정기 리포트가 수정되었습니다. 일정은 {schedule}, 다음 게시는 {next}입니다.',
  failed: '만드신 {digest} 정기 리포트를 {place}에 게시하지 못했습니다. {slot}({zone})에 게시할 예정이었습니다.',
  paused: '만드신 {digest} 정기 리포트({place})가 일시 중지되었습니다.',
  changes: {
    edit: '만드신 {digest} 정기 리포트를 {person} 님이 수정했습니다.',
    pause: '만드신 {digest} 정기 리포트를 {person} 님이 일시 중지했습니다.',
    resume: '만드신 {digest} 정기 리포트를 {person} 님이 다시 시작했습니다.',
    delete: '만드신 {digest} 정기 리포트를 {person} 님이 삭제했습니다. 10분 동안 실행 취소할 수 있습니다.',
    deleteForGood: '만드신 {digest} 정기 리포트를 {person} 님이 삭제했습니다.',
    restore: '만드신 {digest} 정기 리포트를 {person} 님이 복원했습니다.',
  },
  at: '{at}({zone})',
  delivery: {
    unknown:
      'Slack의 응답을 받지 못해, 만드신 {digest} 정기 리포트가 {place}에 게시되었는지 확실하지 않습니다. {slot}({zone})에 게시할 예정이었습니다.',
    pleaseLook: '게시물이 있는지 확인해 주세요.',
    itArrived: { text: '게시물 있음', label: '게시물 있음: 게시된 그대로 두기' },
    postAgain: { text: '다시 게시', label: '다시 게시: 이 정기 리포트를 한 번 더 보내기' },
    arrived: '확인했습니다. {digest} 정기 리포트는 이미 게시되어 있으므로 다시 게시하지 않습니다.',
    again: '{digest} 정기 리포트를 지금 다시 게시합니다.',
    settled: '이미 처리되었습니다.',
    gone: '정기 리포트가 삭제되어 게시하지 않았습니다.',
    otherVersion: '다른 버전의 followstats에서 만든 버튼이라 실행하지 않았습니다.',
    notSaved: '지금은 저장하지 못했습니다. 잠시 후 버튼을 다시 누르세요.',
  },
});
