"""A spaCy pipeline's components over a batch of texts, without doing twice what depends on a word alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from variorum.backends.spacy_forms import Form, WordForms
from variorum.backends.spacy_names import NameLabels
from variorum.backends.spacy_vectors import WordVectors
from variorum.errors import BackendError
from variorum.model.parse import Parse

COMPONENTS = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"]
EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


class Steps:
    """The components of spaCy's small English pipeline, giving the same parses as the pipeline, in less time.

    The pipeline itself is not changed.

    Args:
        pipeline: spaCy's ``Language``, loaded.

    Raises:
        BackendError: it is built in another way than the one whose parts are known here.
    """

    def __init__(self, pipeline: Any) -> None:
        _require(pipeline)
        self._pipeline = pipeline
        self._tagger, self._parser = pipeline.get_pipe("tagger"), pipeline.get_pipe("parser")
        ner = pipeline.get_pipe("ner")
        self._vectors = WordVectors(pipeline.get_pipe("tok2vec").model)
        self._name_vectors = WordVectors(ner.tok2vec.layers[0])
        self._names = NameLabels(ner)
        self._forms = WordForms(pipeline)

    def __call__(self, texts: Sequence[str]) -> list[Parse]:
        """One parse for each text."""
        docs = [self._pipeline.make_doc(text) for text in texts]
        for doc, rows in zip(docs, self._vectors(docs), strict=True):
            doc.tensor = rows
        for component in (self._tagger, self._parser):
            component.set_annotations(docs, component.predict(docs))
        labels = self._names(docs, self._name_vectors(docs))
        return [parse_of(*parts) for parts in zip(docs, self._forms(docs), labels, strict=True)]


def _require(pipeline: Any) -> None:
    """Refuse a pipeline whose outcome the parts would not give: other components, or components built otherwise."""
    if pipeline.pipe_names != COMPONENTS:
        raise BackendError(f"a language model with {', '.join(COMPONENTS)} is needed, not {pipeline.pipe_names}")
    ner = pipeline.get_pipe("ner")
    for tok2vec in (pipeline.get_pipe("tok2vec").model, ner.tok2vec.layers[0]):
        if [layer.name.split("(")[0] for layer in tok2vec.get_ref("embed").layers] != EMBEDDING:
            raise BackendError("a language model whose words have no vectors from a table is needed")
    if ner.model.get_ref("lower").get_dim("nF") != 3 or ner.cfg["beam_width"] != 1 or ner.model.attrs["unseen_classes"]:
        raise BackendError("a language model that labels names by three tokens, without a beam, is needed")


def parse_of(doc: Any, forms: Sequence[Form], labels: Sequence[str]) -> Parse:
    """A spaCy ``Doc`` as columns. Tokens of white space are dropped and their dependents re-hung."""
    kept = [t for t in doc if not t.is_space]
    place = {t.i: n for n, t in enumerate(kept)}

    def head_of(token: Any) -> int:
        head = token.head
        while head.i not in place and head.head.i != head.i:
            head = head.head
        return place.get(head.i, place[token.i])

    sentences = []
    for sent in doc.sents:
        inside = [place[t.i] for t in sent if t.i in place]
        if inside:
            sentences.append((inside[0], inside[-1] + 1))
    lemmas, tags, pos, deps = zip(*(forms[t.i] for t in kept), strict=True) if kept else ((), (), (), ())
    return Parse(
        starts=tuple(t.idx for t in kept),
        ends=tuple(t.idx + len(t.text) for t in kept),
        lemmas=lemmas,
        tags=tags,
        pos=pos,
        deps=deps,
        heads=tuple(head_of(t) for t in kept),
        labels=tuple(labels[t.i] for t in kept),
        sentences=tuple(sentences),
    )
