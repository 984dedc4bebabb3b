import { translate } from '../catalogue.ts';
import { conversation as original } from '../en/conversation.ts';

export const conversation = translate(original, {
  apology: 'followstats에 오류가 발생했습니다. {admins} 님에게 이 참조 번호를 알려 주세요: {reference}',
  apologyOperators: 'followstats에 오류가 발생했습니다. 운영 담당자에게 이 참조 번호를 알려 주세요: {reference}',
  apologyAdmin:
    'followstats에 오류가 발생했습니다. 자세한 내용은 로그에서 이 참조 번호로 찾을 수 있습니다: {reference}',
  tryAgain: 'followstats에 오류가 발생했습니다. 다시 시도하세요.',
  otherCommand: '{command} 명령은 followstats에 없습니다. {help} 명령으로 사용법을 확인하세요.',
  otherVersion: '다른 버전의 followstats에서 보낸 메시지입니다. 명령을 다시 입력하세요.',
  interrupted:
    '{time}에 요청하신 작업을 처리하던 중 followstats가 중단되어 결과가 손실되었을 수 있습니다. 결과가 보이지 않으면 다시 요청하세요. 변경 요청이었다면 먼저 변경이 반영되었는지 확인하세요.',
  stillAsking: '시간이 조금 더 걸립니다. 요청 후 {seconds, plural, other {#초}} 안에 결과가 아래에 표시됩니다.',
  stillAskingHere: '시간이 조금 더 걸립니다. 요청 후 {seconds, plural, other {#초}} 안에 결과가 여기에 표시됩니다.',
});
