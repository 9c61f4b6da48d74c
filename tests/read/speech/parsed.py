"""Short reports parsed by hand, for the tests of speech."""

from __future__ import annotations

from collections.abc import Sequence

from tests import factory
from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Entity, EntityKind, Mention, MentionForm, NameForm, Quote
from variorum.model.time import TimeExpression
from variorum.read.speech import find_quotes

Parsed = tuple[str, str]
"""A paragraph's text and the spec of its parse (see tests.factory)."""

REPORTERS: Parsed = (
    'Ada Marsh told reporters the bridge would open "before the snow".',
    "Ada/NNP/compound/1/label=B-PERSON Marsh/NNP/nsubj/2/label=I-PERSON told/VBD/ROOT/2/lemma=tell "
    "reporters/NNS/dobj/2/lemma=reporter the/DT/det/5 bridge/NN/nsubj/7 would/MD/aux/7 open/VB/ccomp/2 "
    "\"/``/punct/11 before/IN/prep/7 the/DT/det/11 snow/NN/pobj/9 \"/''/punct/11 ././punct/2",
)
SHE_ADDED: Parsed = (
    '"We have waited," she added.',
    "\"/``/punct/3 We/PRP/nsubj/3 have/VBP/aux/3 waited/VBN/ccomp/7/lemma=wait ,/,/punct/7 \"/''/punct/7 "
    "she/PRP/nsubj/7 added/VBD/ROOT/7/lemma=add ././punct/7",
)
INVERTED: Parsed = (
    '"The gate is shut," said Ben Reyes. "Go home."',
    '"/``/punct/7 The/DT/det/2 gate/NN/nsubjpass/4 is/VBZ/auxpass/4/lemma=be shut/VBN/ccomp/7 '
    ",/,/punct/7 \"/''/punct/7 "
    "said/VBD/ROOT/7/lemma=say Ben/NNP/compound/9/label=B-PERSON Reyes/NNP/nsubj/7/label=I-PERSON ././punct/7 || "
    "\"/``/punct/12 Go/VB/ROOT/12 home/RB/advmod/12 ././punct/12 \"/''/punct/12",
)
EMBEDDED: Parsed = (
    "The office said Reyes had told her that the gate was shut.",
    "The/DT/det/1 office/NN/nsubj/2 said/VBD/ROOT/2/lemma=say Reyes/NNP/nsubj/5 had/VBD/aux/5/lemma=have "
    "told/VBN/ccomp/2/lemma=tell her/PRP/dobj/5 that/IN/mark/11 the/DT/det/9 gate/NN/nsubjpass/11 "
    "was/VBD/auxpass/11/lemma=be shut/VBN/ccomp/5 ././punct/2",
)
INTERRUPTED: Parsed = (
    "Prices, the bank said, will fall.",
    "Prices/NNS/nsubj/7/lemma=price ,/,/punct/4 the/DT/det/3 bank/NN/nsubj/4 "
    "said/VBD/parataxis/7/lemma=say ,/,/punct/7 "
    "will/MD/aux/7 fall/VB/ROOT/7 ././punct/7",
)
INTERVIEW: Parsed = (
    'In an interview with Radio Nord, Marsh called the plan a "disgrace".',
    "In/IN/prep/8 an/DT/det/2 interview/NN/pobj/0 with/IN/prep/2 Radio/NNP/compound/5 Nord/NNP/pobj/3 ,/,/punct/8 "
    'Marsh/NNP/nsubj/8 called/VBD/ROOT/8/lemma=call the/DT/det/10 plan/NN/dobj/8 a/DT/det/13 "/``/punct/13 '
    "disgrace/NN/oprd/8 \"/''/punct/13 ././punct/8",
)
ADDING: Parsed = (
    "Reyes said the gate was shut, adding that it would open on Friday.",
    "Reyes/NNP/nsubj/1 said/VBD/ROOT/1/lemma=say the/DT/det/3 gate/NN/nsubjpass/5 was/VBD/auxpass/5/lemma=be "
    "shut/VBN/ccomp/1 ,/,/punct/5 adding/VBG/advcl/5/lemma=add that/IN/mark/11 it/PRP/nsubj/11 would/MD/aux/11 "
    "open/VB/ccomp/7 on/IN/prep/11 Friday/NNP/pobj/12/label=B-DATE ././punct/1",
)
SO_CALLED: Parsed = (
    'The so-called "iron road" policy failed.',
    'The/DT/det/8 so/RB/advmod/3 -/HYPH/punct/3 called/VBN/amod/8/lemma=call "/``/punct/6 '
    "iron/NN/nmod/6 road/NN/nmod/8 "
    "\"/''/punct/8 policy/NN/nsubj/9 failed/VBD/ROOT/9/lemma=fail ././punct/9",
)
CLAIM: Parsed = (
    "His claim that the fund was empty is false.",
    "His/PRP$/poss/1 claim/NN/nsubj/7 that/IN/mark/5 the/DT/det/4 fund/NN/nsubj/5 was/VBD/acl/1/lemma=be "
    "empty/JJ/acomp/5 is/VBZ/ROOT/7/lemma=be false/JJ/acomp/7 ././punct/7",
)
ACCORDING: Parsed = (
    "According to the bank, prices rose.",
    "According/VBG/prep/6/lemma=accord to/IN/prep/0 the/DT/det/3 bank/NN/pobj/1 ,/,/punct/6 "
    "prices/NNS/nsubj/6/lemma=price "
    "rose/VBD/ROOT/6/lemma=rise ././punct/6",
)
SHUT: Parsed = (
    "Marsh said the gate was shut.",
    "Marsh/NNP/nsubj/1 said/VBD/ROOT/1/lemma=say the/DT/det/3 gate/NN/nsubjpass/5 was/VBD/auxpass/5/lemma=be "
    "shut/VBN/ccomp/1 ././punct/1",
)
OFFICE: Parsed = (
    "Her office said the gate was shut.",
    "Her/PRP$/poss/1 office/NN/nsubj/2 said/VBD/ROOT/2/lemma=say the/DT/det/4 gate/NN/nsubjpass/6 "
    "was/VBD/auxpass/6/lemma=be "
    "shut/VBN/ccomp/2 ././punct/2",
)
COLON: Parsed = ("Ben Reyes wrote:", "Ben/NNP/compound/1 Reyes/NNP/nsubj/2 wrote/VBD/ROOT/2/lemma=write :/:/punct/2")
ALONE: Parsed = (
    "“The gate is shut.”",
    "“/``/punct/4 The/DT/det/2 gate/NN/nsubjpass/4 is/VBZ/auxpass/4/lemma=be shut/VBN/ROOT/4 ././punct/4 ”/''/punct/4",
)

SPEAKING: Parsed = (
    "She was speaking to reporters in Oslo.",
    "She/PRP/nsubj/2 was/VBD/aux/2/lemma=be speaking/VBG/ROOT/2/lemma=speak to/IN/prep/2 "
    "reporters/NNS/pobj/3/lemma=reporter in/IN/prep/2 Oslo/NNP/pobj/5 ././punct/2",
)
BOTH: Parsed = (
    "Marsh and Reyes said the gate was shut.",
    "Marsh/NNP/nsubj/3 and/CC/cc/0 Reyes/NNP/conj/0 said/VBD/ROOT/3/lemma=say the/DT/det/5 gate/NN/nsubjpass/7 "
    "was/VBD/auxpass/7/lemma=be shut/VBN/ccomp/3 ././punct/3",
)
RELAYED: Parsed = (
    "Reyes was quoted as saying the gate was shut.",
    "Reyes/NNP/nsubjpass/2 was/VBD/auxpass/2/lemma=be quoted/VBN/ROOT/2/lemma=quote as/IN/prep/2 "
    "saying/VBG/pcomp/3/lemma=say the/DT/det/6 gate/NN/nsubjpass/8 was/VBD/auxpass/8/lemma=be shut/VBN/ccomp/4 "
    "././punct/2",
)
PERFECT: Parsed = (
    "Marsh has said the gate was shut.",
    "Marsh/NNP/nsubj/2 has/VBZ/aux/2/lemma=have said/VBN/ROOT/2/lemma=say the/DT/det/4 gate/NN/nsubjpass/6 "
    "was/VBD/auxpass/6/lemma=be shut/VBN/ccomp/2 ././punct/2",
)
AGAIN: Parsed = (
    "In the interview, Marsh said the gate was shut.",
    "In/IN/prep/5 the/DT/det/2 interview/NN/pobj/0 ,/,/punct/5 Marsh/NNP/nsubj/5 said/VBD/ROOT/5/lemma=say "
    "the/DT/det/7 gate/NN/nsubjpass/9 was/VBD/auxpass/9/lemma=be shut/VBN/ccomp/5 ././punct/5",
)

NEXT: Parsed = (
    '"We are not afraid." Those were the words of Ada Marsh.',
    '"/``/punct/2 We/PRP/nsubj/2 are/VBP/ROOT/2/lemma=be not/RB/neg/2 afraid/JJ/acomp/2 ././punct/2 '
    "\"/''/punct/2 || Those/DT/nsubj/8 were/VBD/ROOT/8/lemma=be the/DT/det/10 "
    "words/NNS/attr/8/lemma=word of/IN/prep/10 "
    "Ada/NNP/compound/13 Marsh/NNP/pobj/11 ././punct/8",
)
SPLIT: Parsed = (
    "“If they come,” the mayor warned, “we will leave.”",
    "“/``/punct/8 If/IN/mark/3 they/PRP/nsubj/3 come/VBP/advcl/8 ,/,/punct/8 ”/''/punct/8 "
    "the/DT/det/7 mayor/NN/nsubj/8 "
    "warned/VBD/ROOT/8/lemma=warn ,/,/punct/8 “/``/punct/13 we/PRP/nsubj/13 will/MD/aux/13 leave/VB/ccomp/8 "
    "././punct/8 ”/''/punct/8",
)
WHILE: Parsed = (
    "Marsh said the gate was shut, while Reyes said it was open.",
    "Marsh/NNP/nsubj/1 said/VBD/ROOT/1/lemma=say the/DT/det/3 gate/NN/nsubjpass/5 was/VBD/auxpass/5/lemma=be "
    "shut/VBN/ccomp/1 ,/,/punct/5 while/IN/mark/9 Reyes/NNP/nsubj/9 said/VBD/advcl/5/lemma=say it/PRP/nsubj/11 "
    "was/VBD/ccomp/9/lemma=be open/JJ/acomp/11 ././punct/1",
)

LAWYER: Parsed = (
    "The bank's lawyer, Ben Reyes, said the gate was shut.",
    "The/DT/det/1 bank/NN/poss/3 's/POS/case/1 lawyer/NN/nsubj/8 ,/,/punct/3 Ben/NNP/compound/6 Reyes/NNP/appos/3 "
    ",/,/punct/3 said/VBD/ROOT/8/lemma=say the/DT/det/10 gate/NN/nsubjpass/12 was/VBD/auxpass/12/lemma=be "
    "shut/VBN/ccomp/8 ././punct/8",
)
FIRM: Parsed = (
    "Norwind has shut the gate, he said.",
    "Norwind/NNP/nsubj/2 has/VBZ/aux/2/lemma=have shut/VBN/ccomp/7 the/DT/det/4 gate/NN/dobj/2 ,/,/punct/7 "
    "he/PRP/nsubj/7 said/VBD/ROOT/7/lemma=say ././punct/7",
)
BRIEFING: Parsed = (
    "Reyes told a briefing that the count went well.",
    "Reyes/NNP/nsubj/1 told/VBD/ROOT/1/lemma=tell a/DT/det/3 briefing/NN/dobj/1 that/WDT/mark/7 the/DT/det/6 "
    "count/NN/nsubj/7 went/VBD/relcl/3/lemma=go well/RB/advmod/7 ././punct/1",
)
WIFE: Parsed = (
    "His wife, Ada Marsh, heard it at 4 p.m. “He asked for tea,” she told the paper.",
    "His/PRP$/poss/1 wife/NN/nsubj/6 ,/,/punct/1 Ada/NNP/compound/4 Marsh/NNP/appos/1 ,/,/punct/1 "
    "heard/VBD/ccomp/13/lemma=hear it/PRP/dobj/6 at/IN/prep/6 4/CD/nummod/10 p.m./NN/pobj/8 “/``/punct/13 "
    "He/PRP/nsubj/13 asked/VBD/ccomp/19/lemma=ask for/IN/prep/13 tea/NN/pobj/14 ,/,/punct/19 ”/''/punct/19 "
    "she/PRP/nsubj/19 told/VBD/ROOT/19/lemma=tell the/DT/det/21 paper/NN/dobj/19 ././punct/19",
)
CONFIRMED: Parsed = (
    "She told the board that “nobody swims,” her spokesman confirmed.",
    "She/PRP/nsubj/1 told/VBD/ROOT/1/lemma=tell the/DT/det/3 board/NN/dobj/1 that/IN/mark/12 “/``/punct/7 "
    "nobody/NN/nsubj/7 swims/VBZ/ccomp/12/lemma=swim ,/,/punct/12 ”/''/punct/12 her/PRP$/poss/11 "
    "spokesman/NN/nsubj/12 confirmed/VBD/ccomp/1/lemma=confirm ././punct/1",
)
PRAISED: Parsed = (
    "Reyes praised the pilot, who had “not slept for two days”.",
    "Reyes/NNP/nsubj/1 praised/VBD/ROOT/1/lemma=praise the/DT/det/3 pilot/NN/dobj/1 ,/,/punct/3 who/WP/nsubj/9 "
    "had/VBD/aux/9/lemma=have “/``/punct/9 not/RB/neg/9 slept/VBN/relcl/3/lemma=sleep for/IN/prep/9 "
    "two/CD/nummod/12 days/NNS/pobj/10/lemma=day ”/''/punct/1 ././punct/1",
)
SHAM: Parsed = (
    "The “sham” sale that Marsh complained of will go on.",
    "The/DT/det/4 “/``/punct/4 sham/JJ/nmod/4 ”/''/punct/4 sale/NN/nsubj/10 that/WDT/dobj/7 Marsh/NNP/nsubj/7 "
    "complained/VBD/relcl/4/lemma=complain of/IN/prep/7 will/MD/aux/10 go/VB/ROOT/10 on/RP/prt/10 ././punct/10",
)
OFFICIALS: Parsed = (
    "Two officials said the gate was shut.",
    "Two/CD/nummod/1 officials/NNS/nsubj/2/lemma=official said/VBD/ROOT/2/lemma=say the/DT/det/4 "
    "gate/NN/nsubjpass/6 was/VBD/auxpass/6/lemma=be shut/VBN/ccomp/2 ././punct/2",
)
THEY: Parsed = (
    "They denied that the gate was shut.",
    "They/PRP/nsubj/1 denied/VBD/ROOT/1/lemma=deny that/IN/mark/6 the/DT/det/4 gate/NN/nsubjpass/6 "
    "was/VBD/auxpass/6/lemma=be shut/VBN/ccomp/1 ././punct/1",
)
LABEL: Parsed = (
    "The “wall of glass” warned that the gate was shut.",
    "The/DT/det/2 “/``/punct/2 wall/NN/nsubj/6 of/IN/prep/2 glass/NN/pobj/3 ”/''/punct/2 "
    "warned/VBD/ROOT/6/lemma=warn that/IN/mark/11 the/DT/det/9 gate/NN/nsubjpass/11 was/VBD/auxpass/11/lemma=be "
    "shut/VBN/ccomp/6 ././punct/6",
)

ADA, BEN = "ada", "ben"


def entity(key: str, name: str, kind: EntityKind = "person") -> Entity:
    return Entity(key, kind, name, (NameForm(name, ()),), (), None, None, ())


PEOPLE = (entity(ADA, "Ada Marsh"), entity(BEN, "Ben Reyes"))


def laid_out(*paragraphs: Parsed) -> tuple[Article, list[Passage]]:
    """The paragraphs as an article, a line each, with their passages."""
    passages, at = [], 0
    for n, (text, spec) in enumerate(paragraphs):
        passages.append(factory.passage(spec, text, index=n, at=at))
        at += len(text) + 1
    return factory.article("\n".join(text for text, _ in paragraphs)), passages


def mention(passage: Passage, words: str, key: str | None, form: MentionForm = "name") -> Mention:
    """The first tokens of the passage that read so."""
    wanted = words.split()
    first = next(i for i in range(len(passage)) if list(passage.words[i : i + len(wanted)]) == wanted)
    cite = factory.article().cite(passage.span(first, first + len(wanted)))
    reason = "the only one in mind" if form == "pronoun" else None
    return Mention(cite, key, "person", form, passage.index, first, first + len(wanted), reason)


def quotes(
    *paragraphs: Parsed,
    named: Sequence[tuple[int, str, str]] = (),
    pronouns: Sequence[tuple[int, str, str]] = (),
    times: Sequence[TimeExpression] = (),
    people: Sequence[Entity] = PEOPLE,
) -> tuple[Quote, ...]:
    """What is read in the paragraphs; ``named`` and ``pronouns`` are (paragraph, words, entity)."""
    article, passages = laid_out(*paragraphs)
    mentions = [mention(passages[n], words, key) for n, words, key in named]
    mentions += [mention(passages[n], words, key, "pronoun") for n, words, key in pronouns]
    found = find_quotes(article, passages, mentions, people, times)
    for quote in found:
        for cite in (quote.source, quote.cue, *quote.content, *quote.quoted):
            assert cite is None or cite.holds(article.text)
    return found
