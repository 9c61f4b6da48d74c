"""The reading of names, as the engine asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from variorum.lang.name_forms import fold
from variorum.lang.territories import territories
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Mention, NameForm
from variorum.read.names.casing import casing
from variorum.read.names.draft import Draft
from variorum.read.names.gather import Gathering
from variorum.read.names.government import stands_for_government
from variorum.read.names.headlines import Recognizer, in_title_case
from variorum.read.names.lexicon import organizations
from variorum.read.names.refer import find_references
from variorum.read.names.reference import Reference
from variorum.read.names.roles import roles_at
from variorum.read.names.scanner import names_in
from variorum.read.names.spans import NameSpan

Ids = Mapping[Draft, str]
"""The article's own id of each entity."""


def find_names(article: Article, passages: Sequence[Passage]) -> tuple[tuple[Mention, ...], tuple[Entity, ...]]:
    """The mentions and entities of one article.

    Args:
        article: what is read.
        passages: its parsed paragraphs, in order.

    Returns:
        Mentions in order of the text; entities in order of first mention. Entity ids are the article's own:
        ``make_id("entity", article.id, kind, name)``.
    """
    language = article.language
    outlets = {fold(name) for name in (article.outlet, *article.agencies) if name}
    gathering = Gathering(_spans(passages, language), language, outlets)
    for draft in gathering.drafts:
        if draft.kind == "person":
            _state_roles(article, draft, gathering)
    references = find_references(passages, gathering.drafts, language)
    drafts = list(dict.fromkeys([*gathering.drafts, *(r.draft for r in references if r.draft is not None)]))
    named = dict.fromkeys([*drafts, *(d for r in references for d in r.members)])
    ids = {d: make_id("entity", article.id, d.kind, d.name) for d in named}
    mentions = [_reference(article, r, ids) for r in references]
    mentions += [_mention(article, span, draft, ids, language) for draft in gathering.drafts for span in draft.spans]
    mentions.sort(key=lambda m: (m.paragraph, m.first, m.cite.start))
    return tuple(mentions), tuple(_entity(article, d, ids[d]) for d in drafts)


def _spans(passages: Sequence[Passage], language: str) -> list[NameSpan]:
    """All names in order of the text. Headlines bring only names that the text or the language's data knows."""
    told = [p for p in passages if p.paragraph.kind != "headline" and not in_title_case(p)] or list(passages)
    written = casing(told)
    found = {p.index: names_in(p, written, language) for p in told}
    known = {s.key for spans in found.values() for s in spans if s.sort == "name"}
    known |= {part for key in known for part in (key.split()[0], key.split()[-1])} - written.common
    lands = territories(language)
    recognizer = Recognizer(
        known | lands.capitals.keys() | lands.seats.keys() | organizations(language).known.keys(), language
    )
    for p in passages:
        if p.index not in found:
            found[p.index] = list(recognizer.spans(p))
    return _with_sides([s for p in passages for s in found[p.index]], language)


def _with_sides(spans: list[NameSpan], language: str) -> list[NameSpan]:
    """With "the North" as the country, in an article that names it in full."""
    sides, named = territories(language).sides, {s.territory for s in spans if s.sort == "territory"}
    return [
        replace(s, sort="territory", territory=land)
        if s.sort == "name"
        and (land := sides.get(s.key)) in named
        and s.first
        and s.passage.lower[s.first - 1] == "the"
        else s
        for s in spans
    ]


def _state_roles(article: Article, draft: Draft, gathering: Gathering) -> None:
    """Fill in a person's offices, each once, and the country they belong to."""
    seen = set()
    for span in draft.spans:
        for role, owner in roles_at(article, span, gathering.near):
            if owner is not None and owner.territory and draft.country is None:
                draft.country = owner.territory.code
            if (role.title.lower(), role.of) not in seen:
                seen.add((role.title.lower(), role.of))
                draft.roles.append(role)


def _mention(article: Article, span: NameSpan, draft: Draft, ids: Ids, language: str) -> Mention:
    return Mention(
        cite=article.cite(span.passage.paragraph.span(span.start, span.end)),
        entity=ids[draft],
        kind=draft.kind,
        form="adjective" if span.sort == "adjective" else "name",
        paragraph=span.passage.index,
        first=span.first,
        last=span.last,
        government=stands_for_government(span, draft.kind, language),
    )


def _reference(article: Article, reference: Reference, ids: Ids) -> Mention:
    return Mention(
        cite=article.cite(reference.passage.span(reference.first, reference.last)),
        entity=ids[reference.draft] if reference.draft else None,
        kind=reference.kind,
        form=reference.form,
        paragraph=reference.passage.index,
        first=reference.first,
        last=reference.last,
        reason=reference.reason,
        members=tuple(ids[d] for d in reference.members),
    )


def _entity(article: Article, draft: Draft, ident: str) -> Entity:
    return Entity(
        id=ident,
        kind=draft.kind,
        name=draft.name,
        names=tuple(NameForm(form, (article.id,)) for form in draft.forms) or (),
        roles=tuple(draft.roles),
        country=draft.country,
        place=draft.place,
        articles=(article.id,),
    )
