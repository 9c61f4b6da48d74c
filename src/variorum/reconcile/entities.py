"""The story's entities: which of the articles' people, places and organizations are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from variorum.lang.name_forms import compact, fold
from variorum.lang.organization_names import short_forms, stem
from variorum.lang.territories import territories, without_land
from variorum.model.article import Article
from variorum.model.ids import make_id
from variorum.model.reading import Entity, EntityKind, NameForm, Reading, Role
from variorum.reconcile.blocking import Key, keys_of, meeting
from variorum.reconcile.entity_match import TELLING, THREE, is_bare, same
from variorum.reconcile.name_match import sound, telling_words


@dataclass(eq=False)
class Cluster:
    """Local entities taken for one."""

    members: list[Entity] = field(default_factory=list)

    @property
    def kind(self) -> EntityKind:
        """The kind most articles gave it; when even, that of the longest name, then the first."""
        kinds = [m.kind for m in self.members]
        longest = {k: max(len(fold(m.name).split()) for m in self.members if m.kind == k) for k in dict.fromkeys(kinds)}
        if longest.get("organization", 0) >= THREE and longest.get("person") == 1:
            return "organization"  # one bare word elsewhere is its short name, whatever it was taken for
        return max(longest, key=lambda k: (kinds.count(k), longest[k]))

    def forms(self) -> Iterator[str]:
        """Every spelling, with repetitions."""
        for m in self.members:
            yield m.name
            yield from (n.text for n in m.names)

    def full_names(self) -> list[str]:
        """The spellings of more than one word."""
        return [f for f in dict.fromkeys(self.forms()) if len(fold(f).split()) > 1]


class Clusters:
    """The clusters so far, in order of their first members, found by what they may share with an entity."""

    def __init__(self) -> None:
        self.found: list[Cluster] = []
        self._keyed: dict[Key, dict[int, None]] = {}
        self._sounding: dict[str, dict[int, None]] = {}

    def join(self, entity: Entity) -> None:
        """Into the first cluster that has a member which is the same, or a new one."""
        keys = keys_of(entity)
        near = {i for key in keys for k in meeting(key) for i in self._keyed.get(k, ())}
        for i in sorted(near):
            if any(same(entity, m) for m in self.found[i].members):
                return self.put(entity, i)
        self.found.append(Cluster())
        return self.put(entity, len(self.found) - 1)

    def put(self, entity: Entity, number: int) -> None:
        """Into the cluster of that number."""
        self.found[number].members.append(entity)
        for key in keys_of(entity):
            self._keyed.setdefault(key, {})[number] = None
        for name in Cluster([entity]).full_names():
            words = fold(name).split()
            for word in (words[0], words[-1]):
                self._sounding.setdefault(sound(word), {})[number] = None

    def attach(self, entity: Entity) -> None:
        """A person known by surname alone: the only bearer of the story, or the one who holds the same office."""
        word = telling_words(entity.name)[-1]
        near = [(i, self.found[i]) for i in sorted(self._sounding.get(sound(word), ()))]
        people = [(i, c) for i, c in near if c.kind == "person"]
        able = [i for i, c in people if any(word in (w[0], w[-1]) for w in map(_split, c.full_names()))]
        able = able or [i for i, c in people if any(_one_sound(word, w[-1]) for w in map(_split, c.full_names()))]
        if len(able) > 1:
            titles = {fold(r.title) for r in entity.roles}
            able = [i for i in able if titles & {fold(r.title) for m in self.found[i].members for r in m.roles}]
        if len(able) == 1:
            self.put(entity, able[0])
        else:
            self.join(entity)


def _split(name: str) -> list[str]:
    return fold(name).split()


def _one_sound(one: str, other: str) -> bool:
    """Whether two surnames are one in two transliterations; short ones have too many neighbours."""
    return min(len(one), len(other)) >= TELLING and sound(one) == sound(other)


def resolve(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[tuple[Entity, ...], dict[str, str]]:
    """The story's entities and where each article's own went.

    Args:
        articles: the story's articles.
        readings: one for each, in the same order.

    Returns:
        Entities by number of articles, most first, then by first mention; and a map from each local id to a story id.
    """
    clusters = _with_short_forms(_with_same_forms(_gathered(readings).found))
    order = {a.id: i for i, a in enumerate(articles)}
    first = _first_mentions(readings)
    clusters.sort(
        key=lambda c: (-len({m.articles for m in c.members}), min(first.get(m.id, (len(order), 0)) for m in c.members))
    )
    entities: list[Entity] = []
    ids: dict[str, str] = {}
    for cluster in clusters:
        entity = _merge(cluster, order)
        entities.append(entity)
        ids |= {m.id: entity.id for m in cluster.members}
    return tuple(entities), ids


def _gathered(readings: Sequence[Reading]) -> Clusters:
    """Clusters by full names; then bare names, which the full ones tell whose they are."""
    gathered = Clusters()
    later: list[Entity] = []
    for reading in readings:
        for entity in reading.entities:
            if entity.kind == "person" and is_bare(entity):
                later.append(entity)
            else:
                gathered.join(entity)
    gathered, mistyped = _without_mistyped(gathered)
    for entity in later + mistyped:
        gathered.attach(entity)
    return gathered


def _without_mistyped(gathered: Clusters) -> tuple[Clusters, list[Entity]]:
    """Take out bare names that another article gives in full as a person's.

    An article that only says "Takaichi" may have taken her for a place; the story knows better, unless the name has a
    place of its own on the map.
    """
    people = [c for c in gathered.found if c.kind == "person"]
    bare = {word for c in people for f in c.full_names() for word in (fold(f).split()[0], fold(f).split()[-1])}
    kept, out = Clusters(), []
    for cluster in gathered.found:
        named = all(" ".join(telling_words(f)) in bare for f in cluster.forms())
        if cluster.kind in ("place", "organization", "group") and named and not any(m.place for m in cluster.members):
            out += cluster.members
        else:
            kept.found.append(Cluster())
            for member in cluster.members:
                kept.put(member, len(kept.found) - 1)
    return kept, out


def _with_same_forms(clusters: list[Cluster]) -> list[Cluster]:
    """Join organizations that have a name of several words in common, which a later article may have shown."""
    kept: list[Cluster] = []
    named: dict[str, Cluster] = {}
    for cluster in clusters:
        full = [compact(f) for f in cluster.full_names()] if cluster.kind == "organization" else []
        other = next((c for f in full if (c := named.get(f)) and not _of_other_states(c, cluster)), None)
        if other is None:
            kept.append(cluster)
        else:
            other.members.extend(cluster.members)
        for f in full:
            named.setdefault(f, other or cluster)
    return kept


def _with_short_forms(clusters: list[Cluster]) -> list[Cluster]:
    """Join an organization known by a short name alone to the only one whose full name it can shorten."""
    firms = [c for c in clusters if c.kind == "organization"]
    shortened: dict[str, dict[Cluster, None]] = {}
    for cluster in firms:
        for short in (x for f in dict.fromkeys(cluster.forms()) for x in _short_names(f)):
            shortened.setdefault(short, {})[cluster] = None
    landless: dict[str, dict[Cluster, None]] = {}
    for cluster in firms:
        for core, land in map(without_land, dict.fromkeys(cluster.forms())):
            if land is not None and " " in core:
                landless.setdefault(core, {})[cluster] = None
    gone: set[Cluster] = set()
    bare = [c for c in clusters if c.kind == "person" and not any(m.roles for m in c.members)]
    bare = [c for c in bare if all(stem(f) in shortened for f in c.forms())]  # a firm's short name taken for a person's
    for cluster in sorted([*firms, *bare], key=lambda c: -max(len(f.split()) for f in c.forms())):
        forms = list(dict.fromkeys(cluster.forms()))
        full = dict.fromkeys(c for f in forms for c in shortened.get(stem(f), ()) if c is not cluster)
        full = full or dict.fromkeys(c for f in forms for c in landless.get(fold(f), ()) if c is not cluster)
        able = [c for c in full if c not in gone and not _of_other_states(cluster, c)]
        if len(able) == 1:
            able[0].members.extend(cluster.members)
            gone.add(cluster)
            for short in (x for f in forms for x in _short_names(f)):
                shortened.setdefault(short, {})[able[0]] = None
    return [c for c in clusters if c not in gone]


def _short_names(full: str) -> tuple[str, ...]:
    """The short forms of an organization's name, that without its purpose among them ("Relief Staff for the ...")."""
    found = short_forms(full)
    own, purpose, _ = stem(full).partition(" for ")
    if purpose and " " in own:
        found = (*found, own)
    states, _, own = full.removeprefix("the ").partition(" ")
    one, hyphen, other = states.partition("-")
    if hyphen and " " in own and {fold(one), fold(other)} <= territories("en").names.keys():
        found = (*found, stem(own))  # "Norway-Sweden High-Level Council"
    return found


def _of_other_states(one: Cluster, other: Cluster) -> bool:
    """Whether two bodies belong to states, and to none in common."""
    mine, yours = ({m.country for m in c.members if m.country} for c in (one, other))
    return bool(mine and yours) and mine.isdisjoint(yours)


def _first_mentions(readings: Sequence[Reading]) -> dict[str, tuple[int, int]]:
    first: dict[str, tuple[int, int]] = {}
    for i, reading in enumerate(readings):
        for mention in reading.mentions:
            if mention.entity:
                first.setdefault(mention.entity, (i, mention.cite.start))
    return first


def _merge(cluster: Cluster, order: dict[str, int]) -> Entity:
    kind = cluster.kind
    forms: dict[str, list[str]] = {}
    for member in cluster.members:
        for form in member.names:
            forms.setdefault(form.text, []).extend(form.articles)
    name = _fullest(cluster, forms)
    names = tuple(NameForm(f, tuple(sorted(set(a), key=lambda x: order[x]))) for f, a in forms.items())
    country = next((m.country for m in cluster.members if m.country), None)
    return Entity(
        id=make_id("entity", kind, name),
        kind=kind,
        name=name,
        names=names,
        roles=_roles(cluster),
        country=country,
        place=next((m.place for m in cluster.members if m.place), None),
        articles=tuple(sorted({a for m in cluster.members for a in m.articles}, key=lambda x: order[x])),
    )


def _fullest(cluster: Cluster, forms: dict[str, list[str]]) -> str:
    if not forms or cluster.kind == "country":
        return cluster.members[0].name
    shown = [f for f in forms if not f.isupper()] or list(forms)
    return max(shown, key=lambda f: (len(fold(f).split()), len(set(forms[f]))))


def _roles(cluster: Cluster) -> tuple[Role, ...]:
    seen: dict[tuple[str, str | None, str], Role] = {}
    for role in (r for m in cluster.members for r in m.roles):
        seen.setdefault((fold(role.title), role.of, role.cite.article), role)
    return tuple(seen.values())
