"""An entity while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field

from variorum.lang.name_forms import fold
from variorum.model.reading import EntityKind, Place, Role
from variorum.read.names.spans import NameSpan


@dataclass(eq=False)
class Draft:
    """An entity while it is being put together.

    Attributes:
        forms: each spelling with how often it stands, in order of first use.
        spans: its mentions by name, adjective or people.
    """

    kind: EntityKind
    name: str
    country: str | None = None
    place: Place | None = None
    forms: dict[str, int] = field(default_factory=dict)
    spans: list[NameSpan] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)

    def add(self, span: NameSpan) -> None:
        """Take in one mention. An adjective adds no form of the name."""
        self.spans.append(span)
        if span.sort != "adjective":
            self.forms[span.text] = self.forms.get(span.text, 0) + 1

    def known_as(self, form: str) -> None:
        """Take in another form of the name that stands at a mention."""
        self.forms[form] = self.forms.get(form, 0) + 1


def fullest(draft: Draft) -> str:
    """The longest form by words, then the commonest, then the first; of a person the commonest full one."""
    shown = [f for f in draft.forms if not f.isupper()] or list(draft.forms)
    if draft.kind == "person" and (full := [f for f in shown if len(fold(f).split()) > 1]):
        return max(full, key=lambda f: (draft.forms[f], len(fold(f).split())))
    return max(shown, key=lambda f: (len(fold(f).split()), draft.forms[f]))
