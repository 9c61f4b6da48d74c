"""Whom an article calls an outlet: its own, and names that do nothing in it but hear and read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from variorum.lang.name_forms import fold
from variorum.model.article import Article
from variorum.model.reading import Mention
from variorum.read.names.lexicon import given_names, organizations
from variorum.read.speech.places import Places
from variorum.read.speech.tree import Tree


def outlets_told(
    article: Article, trees: Sequence[Tree], mentions: Mapping[int, Sequence[Mention]], known: Places
) -> frozenset[str]:
    """Names, casefolded, that stand for an outlet in this article.

    The article's own outlet, by its name or the end of it ("the Nation" for the Daily Nation); and names to which
    something is told and that otherwise at most see, ask or learn: "told Lumen", "a draft seen by Lumen". Whoever
    acts in the article in another way is no outlet, nor is a person, a country or a body that everybody knows.
    """
    heard: dict[str, str] = {}
    acts: set[str] = set()
    for tree in trees:
        for m in mentions.get(tree.passage.index, ()):
            if m.form != "name" or tree.passage.paragraph.kind == "headline":
                continue
            key = m.entity or m.cite.exact
            told = _told(tree, m.last - 1)
            if told and _may_be(m, article.language, known):
                heard.setdefault(key, tree.passage.phrase(m.first, m.last).casefold())
            elif not told and not _reads(tree, m.last - 1, known):
                acts.add(key)
    return frozenset(name for key, name in heard.items() if key not in acts) | _own(article)


def _own(article: Article) -> frozenset[str]:
    words = (article.outlet or "").casefold().removeprefix("the ").split()
    return frozenset(" ".join(words[n:]) for n in range(len(words)))


def _told(tree: Tree, head: int) -> bool:
    return tree.deps[head] in ("dobj", "dative") and tree.lemmas[tree.heads[head]].lower() == "tell"


def _reads(tree: Tree, head: int, known: Places) -> bool:
    """Whether a name is the subject, agent or receiver of a verb of seeing and asking."""
    verb = tree.heads[head]
    if tree.deps[head] == "pobj" and tree.lower[verb] in ("by", "to"):
        verb = tree.heads[verb]
    elif tree.deps[head] not in ("nsubj", "dobj", "dative"):
        return False
    return tree.lemmas[verb].lower() in known.reading


def _may_be(mention: Mention, language: str, known: Places) -> bool:
    """An organization that is not known for something else, or one word that may be its name."""
    words = mention.cite.exact.split()
    if (
        words[-1].lower() in known.alone
        or organizations(language).knows(mention.cite.exact)
        or fold(words[0]) in given_names(language)
    ):
        return False
    return mention.kind == "organization" or (mention.kind == "person" and len(words) == 1)
