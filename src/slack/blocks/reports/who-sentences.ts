import type { EmptyReference, LinkedPerson, Resolved } from '../../../followstats/reports/resolve.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { listed } from '../kit/listed.ts';
import { mentionAdmins } from '../kit/mention-people.ts';
import { named } from '../kit/named-account.ts';
import { mayDo } from '../kit/offer.ts';
import { typed } from '../kit/typed.ts';

/** Longer lists of people are counted from here on. */
const PEOPLE_SHOWN = 10;

/**
 * Whose account is which, and who was named in vain, with what this reader can do about it. The controls that go with it are
 * `whoControls`.
 */
export function whoSentences(reader: Reader, { linked, unlinked, empty }: Resolved): readonly Sentence[] {
  const isEachNamed = unlinked.length > 0 && unlinked.length <= PEOPLE_SHOWN;
  const others = empty.filter((reference) => !(isEachNamed && isWithoutLinks(reference)));
  return [
    ...(linked.length > 0 ? [linkedSentence(reader, linked)] : []),
    ...(unlinked.length > 0 ? [unlinkedSentence(reader, unlinked)] : []),
    ...others.map((reference) => emptySentence(reader, reference)),
  ];
}

/** A group none of whose members has a link: they are among those without one. */
const isWithoutLinks = (reference: EmptyReference): boolean =>
  reference.kind === 'group' && reference.why === 'unlinked';

function linkedSentence(reader: Reader, linked: readonly LinkedPerson[]): Sentence {
  const { each, more } = reader.words.who.linked;
  const shown = linked
    .slice(0, PEOPLE_SHOWN)
    .map(({ personId, account }) => each({ person: { personId }, account: named(reader, account, 'code') }));
  const left = linked.length - shown.length;
  return joinSentences(reader, ...shown, left > 0 ? more({ more: left }) : undefined);
}

function unlinkedSentence(reader: Reader, unlinked: readonly string[]): Sentence {
  const said = reader.words.who.unlinked;
  const [first = '', second] = unlinked;
  const more = unlinked.length - PEOPLE_SHOWN;
  const shown = unlinked.slice(0, PEOPLE_SHOWN).map((personId) => ({ personId }));
  const people = listed(reader, [...shown, ...(more > 0 ? [said.morePeople({ people: more })] : [])]);
  const link = typed('link');
  if (second === undefined) {
    const command: Sentence = [link, ' ', { personId: first }, ' ', { code: 'USERID' }];
    return joinSentences(
      reader,
      said.one({ person: { personId: first } }),
      whatHelps(reader, said.linkOne({ command }), said),
    );
  }
  return joinSentences(
    reader,
    said.several({ people }),
    whatHelps(reader, said.linkMany({ command: typed('link @person USERID') }), said),
  );
}

interface WhomToAsk {
  readonly askAdmins: (args: { readonly admins: Sentence }) => Sentence;
  readonly askOperators: () => Sentence;
}

/**
 * What an editor can type, or whom another reader can ask; nothing where many read it, who have no role together, and where nothing
 * can be typed.
 */
function whatHelps(reader: Reader, forEditors: Sentence, { askAdmins, askOperators }: WhomToAsk): Sentence | undefined {
  if (mayDo(reader, { ask: { asks: 'link' } })) return reader.isInForm ? undefined : forEditors;
  if (reader.admins.length > 0) return askAdmins({ admins: mentionAdmins(reader) });
  return reader.role === undefined ? undefined : askOperators();
}

function emptySentence(reader: Reader, reference: EmptyReference): Sentence {
  const { emptyList, group: said } = reader.words.who;
  if (reference.kind === 'list') {
    const { name } = reference;
    return joinSentences(
      reader,
      emptyList.isEmpty({ list: { code: `list:${name}` } }),
      whatHelps(reader, emptyList.add({ command: typed(`list add ${name} alice`) }), emptyList),
    );
  }
  const group = { groupId: reference.groupId };
  switch (reference.why) {
    case 'unlinked':
      return said.unlinked({ group });
    case 'no-members':
      return said.noMembers({ group });
    case 'missing-scope':
      return joinSentences(reader, said.unread({ group }), scopeHelp(reader));
    case 'not-found':
      return said.notFound({ group });
    case 'no-answer':
      return said.noAnswer({ group });
  }
}

/** Only an admin reads of scopes. */
function scopeHelp(reader: Reader): Sentence {
  const said = reader.words.who.group;
  if (reader.role === 'admin') return said.missingScope({ scope: { code: 'usergroups:read' } });
  if (reader.admins.length === 0) return said.tellOperators();
  return said.tell({ admins: mentionAdmins(reader) });
}
