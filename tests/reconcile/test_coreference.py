from tests import factory
from variorum.model.article import Article
from variorum.model.parse import Passage
from variorum.model.reading import Entity, Mention, NameForm, Reading
from variorum.model.text import Citation, Span
from variorum.reconcile.coreference import Key, cluster_mentions

CAPTAIN = (
    "Captain/NNP/compound/2 Ana/NNP/compound/2/label=B-PERSON Roth/NNP/nsubj/3/label=I-PERSON praised/VBD/ROOT/3 "
    "her/PRP$/poss/5 crew/NN/dobj/3 ././punct/3"
)
VESSELS = (
    "The/DT/det/2 Lark/NNP/compound/2 L40/NNP/nsubj/3 passed/VBD/ROOT/3 a/DT/det/5 buoy/NN/dobj/3 ,/,/punct/5 "
    "which/WDT/nsubj/8 sank/VBD/relcl/5 ././punct/3 || The/DT/det/11 vessel/NN/nsubj/12 turned/VBD/ROOT/12 ././punct/12"
)


def told(path: str, spec: str, names: dict[str, str]) -> tuple[Article, Passage, Reading]:
    """An article of one paragraph, and its reading: for the words of a mention the name of the person meant."""
    p = factory.passage(spec)
    article = factory.article(p.text, path=path)
    mentions, entities = [], {}
    for words, name in names.items():
        tokens = words.split()
        first = next(i for i in range(len(p)) if list(p.words[i : i + len(tokens)]) == tokens)
        found = f"{path} {name}"
        entities[name] = Entity(found, "person", name, (NameForm(name, (article.id,)),), (), None, None, (article.id,))
        span = p.span(first, first + len(tokens))
        cite = Citation(article.id, span.start, span.end, words)
        mentions.append(Mention(cite, found, "person", "name", 0, first, first + len(tokens)))
    reading = Reading(article.id, (), tuple(mentions), tuple(entities.values()), (), (), (), ())
    return article, p, reading


def cluster(*stories: tuple[tuple[Article, Passage, Reading], list[str]]) -> dict[str, int]:
    """The cluster of each range, by the article's path and the words."""
    rows = [row for row, _ in stories]
    spans = [[Span(at := a.text.index(w), at + len(w)) for w in words] for (a, _, _), words in stories]
    found = cluster_mentions([a for a, _, _ in rows], [[p] for _, p, _ in rows], [r for _, _, r in rows], spans)
    paths = {a.id: (a.path, a.text) for a, _, _ in rows}

    def name(key: Key) -> str:
        path, text = paths[key[0]]
        return f"{path}: {text[key[1].start : key[1].end]}"

    return {name(key): number for key, number in found.items()}


def test_entities_reach_across_articles() -> None:
    one = told("a", CAPTAIN, {"Ana Roth": "Ana Roth", "her": "Ana Roth"})
    other = told("b", CAPTAIN.replace("Ana", "Lea"), {"Lea Roth": "Lea Roth"})
    again = told("c", CAPTAIN, {"Ana Roth": "Ana Roth"})
    found = cluster((one, ["Captain Ana Roth", "her"]), (other, ["Captain Lea Roth"]), (again, ["Ana Roth"]))
    assert found["a: Captain Ana Roth"] == found["a: her"] == found["c: Ana Roth"]
    assert found["b: Captain Lea Roth"] != found["c: Ana Roth"]


def test_makes_relatives_and_plain_nouns() -> None:
    one = told("a", VESSELS, {})
    found = cluster((one, ["The Lark L40", "a buoy", "which", "The vessel"]), (told("b", VESSELS, {}), ["a buoy"]))
    assert found["a: The Lark L40"] == found["a: The vessel"]
    assert found["a: a buoy"] == found["a: which"] == found["b: a buoy"]
    assert found["a: a buoy"] != found["a: The vessel"]


def test_a_range_in_no_paragraph_is_alone() -> None:
    article, p, reading = told("a", CAPTAIN, {})
    end = len(article.text)
    outside = [Span(end + 2, end + 4), Span(end + 5, end + 9)]
    found = cluster_mentions([article], [[p]], [reading], [outside])
    assert len(set(found.values())) == 2
