"""Where several wordings of one utterance part: a word-level collation, as in an edition's apparatus."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from variorum.lang import table, words

TOKEN = re.compile(r"\w+(?:['’‘.,-]\w+)*|[^\w\s]")
TRIVIAL = re.compile(r"[^\w\[\]]+")
CUT = 10
"""Words of the shortest clause that is taken to have been cut where its last word leads on."""
SHORT = 3
"""Letters of a word that says too little when it is all that an answer shares with a passage."""
MARKS = re.compile(r"[\"“”]")
LAST_MARK = re.compile(r"[\"“”]$")
SPEAKER = re.compile(r" \([^()]*\)$")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of one wording's characters, and whether another wording has something else there."""

    text: str
    differs: bool


def collate(wordings: Sequence[str]) -> tuple[tuple[Stretch, ...], ...]:
    """Cut each wording into stretches that agree or differ.

    The first is the base text. In every other, the words that the base lacks are marked; in the base, those that
    at least one of the others lacks. Case, quotation marks and other punctuation do not count as differing words;
    square brackets do, since they show an editor's hand.
    """
    texts = [" ".join(w.split()) for w in wordings]
    tokens = [_tokens(t) for t in texts]
    marked: list[set[int]] = [set() for _ in texts]
    for i in range(1, len(texts)):
        base, other = ([key for _, _, key in tokens[0]], [key for _, _, key in tokens[i]])
        for tag, a, b, c, d in SequenceMatcher(None, base, other, autojunk=False).get_opcodes():
            if tag != "equal":
                marked[0].update(range(a, b))
                marked[i].update(range(c, d))
    return tuple(_stretches(t, k, m) for t, k, m in zip(texts, tokens, marked, strict=True))


def emphasize(text: str, value: str) -> tuple[Stretch, ...]:
    """The text with each whole-word occurrence of ``value`` marked, case apart.

    Where the report says it in other words, the longest run of the value's words is marked instead: all its numbers,
    or, where it has none, at least half of the words that say something.
    """
    text, value = " ".join(text.split()), answer_words(value)
    if not value:
        return (Stretch(text, False),)
    pieces = re.split(rf"(?<!\w)({re.escape(value)})(?!\w)", text, flags=re.IGNORECASE)
    if len(pieces) == 1:
        tokens = _tokens(text)
        return _stretches(text, tokens, _nearest(tokens, value))
    return tuple(Stretch(p, i % 2 == 1) for i, p in enumerate(pieces) if p)


def answer_words(value: str) -> str:
    """An answer without who gives it, and without the mark that it is cut: "a stone (the minister)", "a stone …"."""
    return SPEAKER.sub("", " ".join(value.split())).removesuffix("…").rstrip()


def rounded_off(text: str) -> str:
    """A long clause that was cut behind a word that leads on, without that word, and with an ellipsis."""
    said = text.split()
    kept = list(said)
    while len(kept) >= CUT and kept[-1].casefold() in words("en", "questions", "cut", "words"):
        kept.pop()
    return f"{' '.join(kept)} …" if len(kept) < len(said) else text


def quoted(text: str) -> str:
    """A passage in quotation marks; its first or last mark, whose partner stands outside of it, gives way to ours."""
    line = " ".join(text.split())
    if len(MARKS.findall(line)) % 2:
        line = MARKS.sub("", line, count=1) if MARKS.match(line) else LAST_MARK.sub("", line)
    return f"“{line}”"


def same_words(text: str) -> tuple[str, ...]:
    """What is equal in two copies of one sentence, whatever their case and punctuation."""
    return tuple(key for _, _, key in _tokens(text))


def number_of(word: str) -> str | None:
    """A number's figures, where a word is one: "36" of "36", of "thirty-six" and of "Thirty-six"."""
    if word[:1].isdigit():
        return word.replace(",", "")
    known = table("en", "quantities")["numbers"]
    parts = [known.get(p) for p in word.casefold().split("-")]
    return None if None in parts else str(sum(parts))


def _nearest(tokens: Sequence[tuple[int, int, str]], value: str) -> set[int]:
    """The longest run of tokens that the value has as well; none where it does not hold what the answer is."""
    said, wanted = ([number_of(key) or key for _, _, key in found] for found in (tokens, _tokens(value)))
    run = SequenceMatcher(None, said, wanted, autojunk=False).find_longest_match()
    held = said[run.a : run.a + run.size]
    numbers = [w for w in wanted if w[:1].isdigit()]
    small = words("en", "programme", "scaffold", "small")
    telling = [w for w in wanted if w not in small]
    if numbers and (set(held) <= set(numbers) or not all(w in held for w in numbers)):
        return {said.index(w) for w in numbers} if all(said.count(w) == 1 for w in numbers) else set()
    shared = [w for w in telling if w in held]
    # A short word alone may be another: "put" of "put off".
    enough = numbers or (2 * len(shared) >= max(1, len(telling)) and (len(held) > 1 or len(held[0]) > SHORT))
    return set(range(run.a, run.a + run.size)) if enough else set()


def fragment(text: str) -> str:
    """A report's words on one line, led by an ellipsis when they begin within a sentence."""
    line = " ".join(text.split())
    return f"… {line}" if line[:1].islower() else line


def _tokens(text: str) -> list[tuple[int, int, str]]:
    """Start, end and comparison key of each word; punctuation that does not count is left out."""
    found = ((m.start(), m.end(), m.group().lower().replace("’", "'")) for m in TOKEN.finditer(text))
    return [t for t in found if not TRIVIAL.fullmatch(t[2])]


def _stretches(text: str, tokens: list[tuple[int, int, str]], marked: set[int]) -> tuple[Stretch, ...]:
    out: list[Stretch] = []
    at = 0
    for first, last in _runs(marked):
        start, end = tokens[first][0], tokens[last][1]
        if at < start:
            out.append(Stretch(text[at:start], False))
        out.append(Stretch(text[start:end], True))
        at = end
    if at < len(text):
        out.append(Stretch(text[at:], False))
    return tuple(out)


def _runs(numbers: set[int]) -> list[tuple[int, int]]:
    """Consecutive numbers as (first, last)."""
    runs: list[tuple[int, int]] = []
    for n in sorted(numbers):
        if runs and n == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], n)
        else:
            runs.append((n, n))
    return runs
