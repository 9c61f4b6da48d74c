"""Parts of speech and lemmas, asked of spaCy's rules once for each word in each use."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from spacy.attrs import DEP, ORTH, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

MOST = 100_000
"""Uses that are kept; past that all are dropped."""

Use = tuple[int, int, int]
"""A token's form, tag and dependency label, by spaCy's numbers."""


class Form(NamedTuple):
    """What the rules make of a token: its lemma, Penn tag, universal part of speech and dependency label."""

    lemma: str
    tag: str
    pos: str
    dep: str


class WordForms:
    """A pipeline's ``attribute_ruler`` and ``lemmatizer``.

    Nearly all their rules look at one token's form, tag and dependency label, so their outcome is kept under these.
    A document in which a rule over more than one token applies is given to the components themselves.
    """

    def __init__(self, pipeline: Any) -> None:
        self._ruler = pipeline.get_pipe("attribute_ruler")
        self._lemmatizer = pipeline.get_pipe("lemmatizer")
        self._vocab = pipeline.vocab
        self._alone = AttributeRuler(self._vocab)
        self._together = Matcher(self._vocab)
        for n, rule in enumerate(self._ruler.patterns):
            if longer := [p for p in rule["patterns"] if len(p) > 1]:
                self._together.add(str(n), longer)
            if single := [p for p in rule["patterns"] if len(p) == 1]:
                self._alone.add_patterns([{**rule, "patterns": single}])
        self._known: dict[Use, Form] = {}

    def __call__(self, docs: Sequence[Any]) -> list[list[Form]]:
        """The form of each token of each tagged and parsed document."""
        uses = [list(map(tuple, doc.to_array([ORTH, TAG, DEP]).tolist())) for doc in docs]
        new = dict.fromkeys(use for of in uses for use in of if use not in self._known)
        if new:
            self._learn(list(new) if len(self._known) + len(new) <= MOST else self._afresh(uses))
        known = self._known
        return [
            self._asked(doc) if self._together(doc, allow_missing=True) else [known[use] for use in of]
            for doc, of in zip(docs, uses, strict=True)
        ]

    def _afresh(self, uses: Sequence[Sequence[Use]]) -> list[Use]:
        self._known.clear()
        return list(dict.fromkeys(use for of in uses for use in of))

    def _learn(self, uses: Sequence[Use]) -> None:
        words = Doc(self._vocab, words=[self._vocab.strings[form] for form, _, _ in uses])
        for token, (_, tag, dep) in zip(words, uses, strict=True):
            token.tag, token.dep = tag, dep
        self._known.update(zip(uses, _forms(self._lemmatizer(self._alone(words))), strict=True))

    def _asked(self, doc: Any) -> list[Form]:
        return _forms(self._lemmatizer(self._ruler(doc)))


def _forms(doc: Any) -> list[Form]:
    return [Form(token.lemma_, token.tag_, token.pos_, token.dep_) for token in doc]
