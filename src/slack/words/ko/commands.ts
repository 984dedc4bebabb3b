import { translate } from '../catalogue.ts';
import { commands as original } from '../en/commands.ts';

export const commands = translate(original, {
  tooLong: '명령이 너무 깁니다. {most}자까지 입력할 수 있습니다. 계정 수를 줄이거나 목록으로 조회하세요. 예: {example}',
  unknownSubcommand:
    '{word} 명령이 없습니다. 혹시 {suggestion} 명령을 찾으시나요? 이 이름의 계정을 조회하려면 {lookup} 명령을 입력하세요.',
  noSubcommand: '{word} 명령이 없습니다. 이 이름의 계정을 조회하려면 {lookup} 명령을 입력하세요.',
  missingWho: '어떤 계정을 조회할까요? 이렇게 입력하세요: {example}',
  noMentions:
    '이 메시지에는 멘션된 사용자가 없고, 사람이 쓴 메시지도 아닙니다. 계정을 직접 조회하려면 이렇게 입력하세요: {example}',
  messageTooLarge: '메시지가 너무 길어 읽을 수 없습니다. 계정을 직접 조회하려면 이렇게 입력하세요: {example}',
  typeToOpenForm: '양식을 여는 명령입니다. 명령을 직접 입력하세요.',
  runCorrected: { text: '네, 실행하기', label: '네, 실행하기: {command}' },
  lookUpWord: { text: '이 계정 조회', label: '이 계정 조회: {account}' },
  lookUp: { text: '계정 조회…', label: '계정 조회…: 양식 열기' },
});
