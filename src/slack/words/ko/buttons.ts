import { translate } from '../catalogue.ts';
import { buttons as original } from '../en/buttons.ts';

export const buttons = translate(original, {
  expired: '오래된 메시지라 버튼을 쓸 수 없습니다. 명령을 다시 입력하세요.',
  nothingDone: '실행하지 못했습니다.',
  again: '잠시 후 버튼을 다시 누르세요.',
  share: {
    done: '{channel}에 공유했습니다.',
    doneHere: '이 대화에 공유했습니다.',
    alreadyShared: '이미 공유한 결과입니다.',
    alreadyClicked: '이미 공유를 누른 결과입니다. 채널에 없으면 명령을 다시 입력하고 새 결과를 공유하세요.',
    nothingShared: '공유하지 못했습니다.',
    notTaken: 'Slack에서 게시를 거부해 채널에 공유하지 못했습니다. 잠시 후 공유를 다시 누르세요.',
    notMember:
      '오래된 결과라 바로 공유할 수 없고, {channel}에 followstats도 없습니다. 그 채널에서 <code>/invite @followstats</code> 명령을 입력하고 공유를 다시 누르거나, 명령을 다시 입력하고 새 결과를 공유하세요.',
    tooOld: '오래된 결과라 여기에 공유할 수 없습니다. 명령을 다시 입력하고 새 결과를 공유하세요.',
    unconfirmed:
      'Slack의 응답을 받지 못해 공유되었는지 확실하지 않습니다. 채널을 확인하고, 없으면 명령을 다시 입력하고 새 결과를 공유하세요.',
  },
});
