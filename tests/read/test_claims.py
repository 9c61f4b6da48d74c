from __future__ import annotations

from tests.read import scenes
from variorum.read.claims import Material, find_claims
from variorum.read.events import find_events


def test_a_clause_and_an_apposition_are_claims() -> None:
    scene = scenes.scene(scenes.HOMETOWN, [(0, 1, "porto", "place"), (2, 3, "ruiz", "person")])
    claims = find_claims(Material(scene, tuple(find_events(scene)), ()))
    said = {(c.slots.predicate, c.cite.exact) for c in claims}
    assert ("be", "Porto , Ruiz 's hometown") in said
    assert any(predicate == "host" for predicate, _ in said)


def test_a_denied_clause_is_a_claim_of_no() -> None:
    scene = scenes.scene(scenes.DENIED)
    claim = next(c for c in find_claims(Material(scene, (), ())) if c.slots.predicate == "sink")
    assert claim.slots.polarity == "no"


def test_a_claim_cites_no_more_than_its_sentence() -> None:
    scene = scenes.scene(scenes.KILLED)
    for claim in find_claims(Material(scene, tuple(find_events(scene)), ())):
        assert claim.sentence.start <= claim.cite.start
        assert claim.cite.end <= claim.sentence.end
        assert claim.cite.holds(scene.article.text)
