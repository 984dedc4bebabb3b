import type { Command, JsonObject } from './command.ts';
import { answeredItem, failedItem, readTo, reject } from './request-fields.ts';

// 1047/34917
const MAX_ACCOUNTS = 100;
const NICKNAME = 'Tag_Profile_IM_Nick';
// 1047/33520
const TAG =
  /^Tag_Profile_(?:IM_(?:Nick|Image|SelfSignature|Gender|BirthDay|Location|Language|AllowType|AdminForbidType|MsgSettings|Level|Role)|Custom_\w{1,8})$/;

/**
 * The profiles of up to 100 accounts (1047/34917), of which only nicknames are kept here; one that isn't set is left out. An
 * unknown account fails alone, with 40003 and no profile, and stands in `Fail_Account`; the documents leave open whether it
 * fails the call.
 */
export const portraitGet: Command = ({ To_Account, TagList: tags }, { graph, nicknameOf }) => {
  if (To_Account === undefined) return reject('To_Account is missing', 40002);
  const to = readTo(To_Account, MAX_ACCOUNTS, 40001);
  if (to.kind === 'rejected') return to;
  if (!Array.isArray(tags) || tags.length === 0) return reject('TagList is missing', 40001);
  if (!tags.every((tag) => typeof tag === 'string' && TAG.test(tag)))
    return reject('TagList has an unknown tag', 40009);

  const profileOf = (id: string): readonly JsonObject[] => {
    const nickname = tags.includes(NICKNAME) ? nicknameOf(id) : undefined;
    return nickname === undefined ? [] : [{ Tag: NICKNAME, Value: nickname }];
  };
  const failed = to.value.filter((id) => !graph.has(id));
  return {
    kind: 'answered',
    list: 'UserProfileItem',
    items: to.value.map((id) =>
      graph.has(id) ? answeredItem(id, { ProfileItem: profileOf(id) }) : failedItem(id, 40003),
    ),
    extra: failed.length > 0 ? { Fail_Account: failed } : {},
  };
};
