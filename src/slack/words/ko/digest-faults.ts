import { translate } from '../catalogue.ts';
import { digestFaults as original } from '../en/digest-faults.ts';

export const digestFaults = translate(original, {
  meantAction: '정기 리포트에는 {word} 명령이 없습니다. 혹시 {suggestion} 명령을 찾으시나요?',
  unknownAction:
    '정기 리포트에는 {word} 명령이 없습니다. new, list, edit, run, pause, resume, delete, restore, log를 쓸 수 있습니다.',
  missingId: '어떤 정기 리포트인가요? 번호를 함께 입력하세요. 예: {example}',
  surplusWord: '{word} 부분을 빼고 입력하세요. 예: {example}',
});
