"""``python -m eval.names.meantime FOLDER``: MEANTIME's entities across documents, with gold mentions.

NewsReader MEANTIME (Minard et al. 2016, CC BY 4.0), ``intra_cross-doc_annotation``: four topics of thirty articles. A
cluster is an instance of one topic; all mentions that refer to an instance count, whatever their syntactic type.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.floors import floors
from eval.names.coref import clusters_of, conll, mean_f1
from variorum.backends.spacy_parser import SpacyParser
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Passage
from variorum.model.text import Paragraph, Part, PartKind, Span
from variorum.read.article import read_article
from variorum.reconcile.coreference import Key, cluster_mentions, given_at

Labels = dict[Key, str]


@dataclass(frozen=True)
class Document:
    """An article with its gold mentions: each a range of the text and the instance that it refers to.

    Attributes:
        kinds: the entity type of each mention's instance (``PER``), and the mention's syntactic type (``NAM``), or "".
    """

    topic: str
    article: Article
    gold: tuple[tuple[Span, str], ...]
    kinds: Mapping[Span, tuple[str, str]]


def load(folder: Path) -> Iterator[Document]:
    """Every document, by topic and name.

    Raises:
        FileNotFoundError: the folder holds no ``intra_cross-doc_annotation/*/*.xml``.
    """
    files = sorted(folder.glob("intra_cross-doc_annotation/*/*.xml"))
    if not files:
        raise FileNotFoundError(f"{folder}: no intra_cross-doc_annotation/*/*.xml")
    return (_document(path) for path in files)


def _document(path: Path) -> Document:
    root = ET.parse(path).getroot()
    text, places, paragraphs = _text(root)
    instances = {e.get("m_id"): e.get("instance_id") or "" for e in root.iter("ENTITY")}
    types = {e.get("m_id"): e.get("ent_type") or "" for e in root.iter("ENTITY")}
    forms: dict[Span, str] = {}
    kinds: dict[Span, tuple[str, str]] = {}
    spans = {}
    for mention in root.iter("ENTITY_MENTION"):
        tokens = [places[a.get("t_id", "")] for a in mention.iter("token_anchor")]
        if tokens:
            span = spans[mention.get("m_id")] = Span(min(t.start for t in tokens), max(t.end for t in tokens))
            forms[span] = mention.get("syntactic_type") or ""
    gold = []
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        instance = instances.get(target.get("m_id")) if target is not None else None
        if instance and target is not None:
            found = [spans[s.get("m_id")] for s in link.iter("source") if s.get("m_id") in spans]
            gold += [(span, instance) for span in found]
            kinds |= {span: (types[target.get("m_id")], forms[span]) for span in found}
    article = Article(
        id=make_id("article", path.name), path=str(path), url=None, raw_sha256="", text=text,
        parts=tuple(Part(p.kind, p.span(0, len(p.text))) for p in paragraphs), paragraphs=tuple(paragraphs),
        outlet=None, agencies=(), byline=(), title=None, published=None, updated=None, dateline=None, language="en",
    )  # fmt: skip
    return Document(path.parent.name, article, tuple(gold), kinds)


def _text(root: ET.Element) -> tuple[str, dict[str, Span], list[Paragraph]]:
    """The tokens joined again, a sentence a paragraph, and where each token stands."""
    text = ""
    places: dict[str, Span] = {}
    paragraphs: list[Paragraph] = []
    sentences: dict[str, list[ET.Element]] = {}
    for token in root.iter("token"):
        sentences.setdefault(token.get("sentence", "0"), []).append(token)
    for number, tokens in enumerate(sentences.values()):
        begin = len(text)
        for token in tokens:
            word = token.text or ""
            if len(text) > begin and not _tight(text, word):
                text += " "
            places[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
            text += word
        kind: PartKind = "headline" if number == 0 else "body"
        paragraphs.append(Paragraph(kind, text[begin:], tuple(range(begin, len(text) + 1))))
        text += "\n\n"
    return text, places, paragraphs


def _tight(text: str, word: str) -> bool:
    return word[0] in ",.;:!?)%" or word in ("'s", "n't", "'") or text[-1] in "($"


def main() -> int:
    """Print the table."""
    options = argparse.ArgumentParser(prog="python -m eval.names.meantime")
    options.add_argument("folder", type=Path)
    given = options.parse_args()
    return report(given.folder)


def report(folder: Path) -> int:
    """Measure and print: each topic, all together, and the plainest rule on the same mentions; 1 under the floor."""
    parser = SpacyParser()
    key: Labels = {}
    ours: Labels = {}
    plainest: Labels = {}
    documents = list(load(folder))
    print(f"MEANTIME, {len(documents)} articles, digest {digest(documents)}")
    print(f"{'':28} mentions    MUC     B3  CEAFe  CoNLL")
    for topic in sorted({d.topic for d in documents}):
        chosen = [d for d in documents if d.topic == topic]
        gold: Labels = {(d.article.id, span): f"{topic} {label}" for d in chosen for span, label in d.gold}
        found, heads = _cluster(chosen, parser)
        key |= gold
        ours |= {mention: f"{topic} {found[mention]}" for mention in gold}
        plainest |= {mention: heads.get(mention, str(mention)) for mention in gold}
        print(_row(topic, gold, ours))
    print(_row("all", key, ours))
    print(_row("all, same head lemma", key, plainest))
    print(by_kind(documents, key, ours))
    counts = Counter(key.values())
    often = {mention: label for mention, label in key.items() if counts[label] > 1}
    print(_row("without singletons", often, ours))
    print(_row("the same, same head lemma", often, plainest))
    least = floors("names", "meantime")["conll"]
    reached = mean_f1(conll(clusters_of(often), clusters_of({m: ours[m] for m in often})).values())
    if reached < least:
        print(f"under its floor: CoNLL without singletons {reached:.3f}, wanted {least:.2f}")
    return int(reached < least)


TYPES = {"PER": "person", "ORG": "organization", "LOC": "place", "PRO": "product", "FIN": "finance", "MIX": "mixed"}
FORMS = {
    "NAM": "name", "PRE.NAM": "name before a noun", "NOM": "common noun", "PRE.NOM": "noun before a noun",
    "PRO": "pronoun", "CONJ": "several joined", "APP": "with an apposition",
}  # fmt: skip
"""MEANTIME's syntactic types; what has none is the mention of an event."""


def digest(documents: Sequence[Document]) -> str:
    """SHA-256 over texts and gold, first twelve hex digits."""
    return hashlib.sha256("".join(f"{d.article.text}{d.gold}" for d in documents).encode()).hexdigest()[:12]


def by_kind(documents: Sequence[Document], key: Labels, ours: Labels) -> str:
    """Mentions by entity type and form: all, left alone though the gold has others of the instance, and joined wrongly.

    Alone is a mention none of whose gold companions is in our cluster; wrongly joined is one whose cluster with us
    has mentions of another instance for the greater part.
    """
    gold_sizes, sizes = Counter(key.values()), Counter(ours.values())
    both = Counter((key[m], ours[m]) for m in key)
    count: Counter[tuple[str, str]] = Counter()
    kinds = {(d.article.id, span): kind for d in documents for span, kind in d.kinds.items()}
    for mention, label in key.items():
        of, form = kinds[mention]
        shared = both[label, ours[mention]]
        alone, mixed = gold_sizes[label] > 1 == shared, 2 * shared <= sizes[ours[mention]] > 1
        for kind in (
            TYPES.get(of, "other type") if form else "event",
            FORMS.get(form, "other form") if form else "event",
        ):
            count.update({(kind, "all"): 1, (kind, "alone"): alone, (kind, "mixed"): mixed})
    lines = [f"{'by type, and by form':28} {'mentions':>8} {'left alone':>11} {'wrongly joined':>15}"]
    for kind in dict.fromkeys([*TYPES.values(), "other type", *FORMS.values(), "other form"]):
        if row := [count[kind, column] for column in ("all", "alone", "mixed")]:
            lines += ["{:28} {:8} {:11} {:15}".format(kind, *row)] if row[0] else []
    return "\n".join(lines)


def _cluster(documents: Sequence[Document], parser: SpacyParser) -> tuple[dict[Key, int], dict[Key, str]]:
    """Our clusters, and each mention's head lemma."""
    articles = [d.article for d in documents]
    parses = [parser.parse([p.text for p in a.paragraphs]) for a in articles]
    passages = [
        [Passage(i, p, q) for i, (p, q) in enumerate(zip(a.paragraphs, found, strict=True))]
        for a, found in zip(articles, parses, strict=True)
    ]
    readings = [read_article(a, p) for a, p in zip(articles, parses, strict=True)]
    spans = [[span for span, _ in d.gold] for d in documents]
    heads = {}
    for article, own, ranges in zip(articles, passages, spans, strict=True):
        for span in ranges:
            if at := given_at(article, own, span):
                heads[article.id, span] = at.passage.parse.lemmas[at.head].lower()
    return cluster_mentions(articles, passages, readings, spans), heads


def _row(name: str, gold: Labels, ours: Labels) -> str:
    measures = conll(clusters_of(gold), clusters_of({mention: ours[mention] for mention in gold}))
    figures = [*(m.f1 for m in measures.values()), mean_f1(measures.values())]
    return f"{name:28} {len(gold):8} " + " ".join(f"{100 * f:6.1f}" for f in figures)


if __name__ == "__main__":
    sys.exit(main())
