"""Scenes for the tests of the later readers: a parsed sentence with the mentions and times a test gives it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from tests import factory
from variorum.model.reading import EntityKind, Mention
from variorum.model.time import Interval, TimeExpression, When
from variorum.read.quantities import find_quantities
from variorum.read.scene import Scene

MET = (
    "Marek/NNP/compound/1/label=B-PERSON Solin/NNP/nsubj/2/label=I-PERSON met/VBD/ROOT/2/lemma=meet "
    "Ana/NNP/compound/4 Ruiz/NNP/dobj/2 in/IN/prep/4 Porto/NNP/pobj/5/label=B-GPE on/IN/prep/2 "
    "Monday/NNP/pobj/7/label=B-DATE ././punct/2"
)
SCHEDULED = (
    "The/DT/det/2 two/CD/nummod/2 presidents/NNS/nsubjpass/4/lemma=president are/VBP/auxpass/4/lemma=be "
    "scheduled/VBN/ROOT/4/lemma=schedule to/TO/aux/6 hold/VB/xcomp/4 talks/NNS/dobj/6/lemma=talk in/IN/prep/7 "
    "Porto/NNP/pobj/8 on/IN/prep/6 Friday/NNP/pobj/10 ././punct/4"
)
NOT_MET = (
    "The/DT/det/1 minister/NN/nsubj/4 did/VBD/aux/4/lemma=do not/RB/neg/4 meet/VB/ROOT/4 the/DT/det/6 "
    "envoy/NN/dobj/4 ././punct/4"
)
KILLED = (
    "At/RB/advmod/1 least/JJS/advmod/2 12/CD/nummod/3 people/NNS/nsubjpass/5 were/VBD/auxpass/5/lemma=be "
    "killed/VBN/ROOT/5/lemma=kill and/CC/cc/5 30/CD/nummod/8 others/NNS/conj/5/lemma=other "
    "injured/VBN/acl/8/lemma=injure in/IN/prep/9 the/DT/det/12 crash/NN/pobj/10 ././punct/5"
)
THIRD = (
    "This/DT/nsubj/1 is/VBZ/ROOT/1/lemma=be his/PRP$/poss/4 third/JJ/amod/4 visit/NN/attr/1 to/IN/prep/4 "
    "Spain/NNP/pobj/5 since/IN/prep/4 May/NNP/pobj/7 ././punct/1"
)
OFF = (
    "Fishing/NN/compound/1 rights/NNS/nsubjpass/3/lemma=right are/VBP/auxpass/3/lemma=be "
    "expected/VBN/ROOT/3/lemma=expect to/TO/aux/5 stay/VB/xcomp/3 off/IN/prep/5 the/DT/det/8 table/NN/pobj/6 "
    "././punct/3"
)
MAY_DISCUSS = (
    "They/PRP/nsubj/2 may/MD/aux/2 discuss/VB/ROOT/2 trade/NN/dobj/2 ,/,/punct/3 including/VBG/prep/3/lemma=include "
    "steel/NN/compound/7 tariffs/NNS/pobj/5/lemma=tariff ././punct/2"
)
DENIED = (
    "Officials/NNS/nsubj/1/lemma=official denied/VBD/ROOT/1/lemma=deny that/IN/mark/6 the/DT/det/4 ship/NN/nsubj/6 "
    "had/VBD/aux/6/lemma=have sunk/VBN/ccomp/1/lemma=sink ././punct/1"
)
HOMETOWN = (
    "Porto/NNP/nsubj/6 ,/,/punct/0 Ruiz/NNP/poss/4 's/POS/case/2 hometown/NN/appos/0 ,/,/punct/0 "
    "hosted/VBD/ROOT/6/lemma=host the/DT/det/8 fair/NN/dobj/6 ././punct/6"
)


def scene(spec: str, names: Sequence[tuple[int, int, str, EntityKind]] = (), times: Sequence[Any] = ()) -> Scene:
    """A scene of one sentence.

    Args:
        spec: the parse (see ``tests/factory.py``).
        names: (first token, last token + 1, entity id, kind) of each mention.
        times: (first token, last token + 1, ISO day) of each time expression.
    """
    passage = factory.passage(spec)
    article = factory.article(passage.text)
    mentions = tuple(
        Mention(article.cite(passage.span(a, b)), entity, kind, "name", 0, a, b) for a, b, entity, kind in names
    )
    dated = []
    for first, last, iso in times:
        day = dt.date.fromisoformat(iso)
        when = When(Interval(day, day), "day", iso)
        cite = article.cite(passage.span(first, last))
        dated.append((range(first, last), TimeExpression(cite, when, "stated", "DATE", iso)))
    busy = frozenset(i for span, _ in dated for i in span)
    return Scene(article, passage, mentions, tuple(dated), tuple(find_quantities(article, passage, busy)), (), {})
