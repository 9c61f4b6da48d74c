from __future__ import annotations

from dataclasses import replace

from tests.read.speech import parsed
from tests.read.speech.parsed import ADA, BEN, quotes
from variorum.model.reading import Quote, Role
from variorum.model.text import Citation


def parts(quote: Quote) -> tuple[str | None, str | None, list[str]]:
    """Source, cue and content in words."""
    return (
        quote.source.exact if quote.source else None,
        quote.cue.exact if quote.cue else None,
        [c.exact for c in quote.content],
    )


def test_mixed_words_told_to_reporters() -> None:
    (quote,) = quotes(parsed.REPORTERS, named=[(0, "Ada Marsh", ADA)])
    assert parts(quote) == ("Ada Marsh", "told", ['the bridge would open "before the snow"'])
    assert (quote.kind, [q.exact for q in quote.quoted]) == ("mixed", ["before the snow"])
    assert (quote.speaker, quote.speaker_name, quote.addressee) == (ADA, "Ada Marsh", "reporters")
    assert quote.occasion is not None
    assert (quote.occasion.kind, quote.occasion.cite.exact) == ("told_reporters", "told reporters")


def test_inverted_cue_and_a_quotation_that_goes_on_behind_it() -> None:
    (quote,) = quotes(parsed.INVERTED, named=[(0, "Ben Reyes", BEN)])
    assert parts(quote) == ("Ben Reyes", "said", ['"The gate is shut,"', '"Go home."'])
    assert (quote.kind, quote.speaker) == ("direct", BEN)


def test_a_pronoun_is_the_last_person_quoted_and_the_occasion_lasts() -> None:
    _, quote = quotes(parsed.REPORTERS, parsed.SHE_ADDED, named=[(0, "Ada Marsh", ADA)])
    assert parts(quote) == ("she", "added", ['"We have waited,"'])
    assert (quote.speaker, quote.reason) == (ADA, '"she": the last person quoted before')
    assert quote.occasion is not None and quote.occasion.kind == "told_reporters"


def test_another_speaker_ends_the_occasion() -> None:
    _, quote = quotes(parsed.REPORTERS, parsed.INVERTED, named=[(0, "Ada Marsh", ADA), (1, "Ben Reyes", BEN)])
    assert quote.occasion is None


def test_embedded_sources_keep_both() -> None:
    outer, inner = quotes(parsed.EMBEDDED, named=[(0, "Reyes", BEN)])
    assert parts(outer) == ("The office", "said", ["Reyes had told her that the gate was shut"])
    assert parts(inner) == ("Reyes", "had told", ["that the gate was shut"])
    assert (outer.holder, inner.holder, inner.speaker, inner.addressee) == (None, 0, BEN, "her")


def test_an_interrupting_cue_splits_its_content() -> None:
    (quote,) = quotes(parsed.INTERRUPTED)
    assert parts(quote) == ("the bank", "said", ["Prices", "will fall"])
    assert (quote.kind, quote.speaker, quote.speaker_name) == ("indirect", None, "the bank")


def test_an_interview_and_an_object_with_what_is_said_of_it() -> None:
    (quote,) = quotes(parsed.INTERVIEW, named=[(0, "Marsh", ADA)])
    assert parts(quote) == ("Marsh", "called", ['the plan a "disgrace"'])
    assert quote.occasion is not None
    assert (quote.occasion.kind, quote.occasion.medium) == ("interview", "Radio Nord")
    assert quote.occasion.cite.exact == "In an interview with Radio Nord"


def test_a_participle_hung_too_low_has_the_speaker_of_its_sentence() -> None:
    first, second = quotes(parsed.ADDING, named=[(0, "Reyes", BEN)])
    assert parts(first) == ("Reyes", "said", ["the gate was shut"])
    assert parts(second) == ("Reyes", "adding", ["that it would open on Friday"])
    assert second.speaker == BEN and second.holder is None


def test_a_label_is_no_quote() -> None:
    assert quotes(parsed.SO_CALLED) == ()


def test_a_nominal_cue_belongs_to_its_owner() -> None:
    (quote,) = quotes(parsed.CLAIM)
    assert parts(quote) == ("His", "claim", ["that the fund was empty"])


def test_according_to() -> None:
    (quote,) = quotes(parsed.ACCORDING)
    assert parts(quote) == ("the bank", "According to", ["prices rose"])


def test_an_office_of_one_who_is_known() -> None:
    _, quote = quotes(parsed.SHUT, parsed.OFFICE, named=[(0, "Marsh", ADA), (1, "Her", ADA)])
    assert (quote.speaker, quote.speaker_name) == (None, "Ada Marsh's office")


def test_a_cue_at_the_end_of_the_paragraph_before() -> None:
    (quote,) = quotes(parsed.COLON, parsed.ALONE, named=[(0, "Ben Reyes", BEN)])
    assert parts(quote) == ("Ben Reyes", "wrote:", ["“The gate is shut.”"])
    assert (quote.kind, quote.speaker) == ("direct", BEN)


def test_a_quotation_alone_in_its_paragraph_goes_on_with_the_one_before() -> None:
    (quote,) = quotes(parsed.INVERTED, parsed.ALONE, named=[(0, "Ben Reyes", BEN)])
    assert [c.exact for c in quote.content] == ['"The gate is shut,"', '"Go home."', "“The gate is shut.”"]


def test_nobody_is_nobody() -> None:
    assert quotes(parsed.ALONE) == ()
    (quote,) = quotes(parsed.SHE_ADDED)
    assert (quote.speaker, quote.speaker_name) == (None, "she")


def test_a_cue_in_the_next_sentence() -> None:
    (quote,) = quotes(parsed.NEXT, named=[(0, "Ada Marsh", ADA)])
    assert parts(quote) == ("Ada Marsh", "the words", ['"We are not afraid."'])
    assert quote.speaker == ADA


def test_both_halves_of_a_split_quotation() -> None:
    (quote,) = quotes(parsed.SPLIT)
    assert parts(quote) == ("the mayor", "warned", ["“If they come,”", "“we will leave.”"])


def test_a_contrast_ends_the_first_speakers_words() -> None:
    first, second = quotes(parsed.WHILE, named=[(0, "Marsh", ADA), (0, "Reyes", BEN)])
    assert parts(first) == ("Marsh", "said", ["the gate was shut"])
    assert parts(second) == ("Reyes", "said", ["it was open"])
    assert second.holder is None


def test_an_office_whose_only_holder_is_named_elsewhere() -> None:
    mayor = Role("mayor", None, Citation("a", 0, 5, "mayor"))
    ben = replace(parsed.PEOPLE[1], roles=(mayor,))
    (quote,) = quotes(parsed.SPLIT, people=(parsed.PEOPLE[0], ben))
    assert (quote.speaker, quote.reason) == (BEN, 'the only one here who is called "mayor"')
    (quote,) = quotes(parsed.SPLIT, people=(replace(parsed.PEOPLE[0], roles=(mayor,)), ben))
    assert (quote.speaker, quote.speaker_name) == (None, "the mayor")


def test_two_who_speak_together_are_no_one_person() -> None:
    (quote,) = quotes(parsed.BOTH, named=[(0, "Marsh", ADA), (0, "Reyes", BEN)])
    assert (quote.speaker, quote.speaker_name) == (None, "Ada Marsh and Ben Reyes")
    assert quote.reason == "named together as the source"


def test_relayed_words_are_those_of_who_is_quoted() -> None:
    (quote,) = quotes(parsed.RELAYED, named=[(0, "Reyes", BEN)])
    assert parts(quote) == ("Reyes", "was quoted as saying", ["the gate was shut"])
    assert quote.speaker == BEN


def test_a_sentence_that_sets_the_occasion() -> None:
    quote, _ = quotes(
        parsed.SPEAKING, parsed.SHUT, parsed.INVERTED, named=[(0, "She", ADA), (1, "Marsh", ADA), (2, "Ben Reyes", BEN)]
    )
    assert quote.occasion is not None
    assert (quote.occasion.kind, quote.occasion.cite.exact) == ("told_reporters", "speaking to reporters")


def test_the_perfect_tells_of_another_occasion() -> None:
    first, second = quotes(parsed.INTERVIEW, parsed.PERFECT, named=[(0, "Marsh", ADA), (1, "Marsh", ADA)])
    assert first.occasion is not None and second.occasion is None


def test_an_occasion_named_again_is_the_one_before() -> None:
    _, second = quotes(parsed.INTERVIEW, parsed.AGAIN, named=[(0, "Marsh", ADA), (1, "Marsh", ADA)])
    assert second.occasion is not None
    assert (second.occasion.cite.exact, second.occasion.medium) == ("In the interview", "Radio Nord")


def test_a_name_in_apposition_is_the_speaker() -> None:
    (quote,) = quotes(parsed.LAWYER, named=[(0, "Ben Reyes", BEN)])
    assert (quote.speaker, quote.reason) == (BEN, "named as the source")


def test_who_is_spoken_of_is_not_who_speaks_and_the_briefing_lasts() -> None:
    firm = parsed.entity("norwind", "Norwind")
    told, quote = quotes(
        parsed.BRIEFING, parsed.FIRM,
        named=[(0, "Reyes", BEN), (1, "Norwind", "norwind")], pronouns=[(1, "he", "norwind")],
        people=(*parsed.PEOPLE, replace(firm, kind="organization")),
    )  # fmt: skip
    assert told.addressee == "a briefing"
    assert (quote.speaker, quote.reason) == (BEN, '"he": the last person quoted before')
    assert quote.occasion is not None and quote.occasion.kind == "briefing"


def test_the_nearest_subject_of_the_pronouns_gender() -> None:
    (quote,) = quotes(parsed.WIFE, named=[(0, "Ada Marsh", ADA)], pronouns=[(0, "she", BEN)])
    assert parts(quote) == ("she", "told", ["“He asked for tea,”"])
    assert (quote.speaker, quote.reason) == (ADA, '"she": the subject before it, a wife')
    (quote,) = quotes(parsed.WIFE, named=[(0, "Ada Marsh", ADA)], pronouns=[(0, "His", BEN), (0, "she", BEN)])
    assert quote.speaker == BEN  # the paragraph has named the mention's person


def test_words_told_on_are_those_of_the_one_who_told_them() -> None:
    inner, outer = quotes(parsed.CONFIRMED, pronouns=[(0, "She", ADA)])
    assert (inner.speaker, inner.holder) == (ADA, 1)
    assert [c.exact for c in inner.content] == ["that “nobody swims,”"]
    assert (outer.speaker_name, outer.kind, outer.quoted) == ("her spokesman", "indirect", ())


def test_a_loose_relative_clause_goes_on_with_the_praise() -> None:
    (quote,) = quotes(parsed.PRAISED, named=[(0, "Reyes", BEN)])
    assert parts(quote) == ("Reyes", "praised", ["the pilot", "who had “not slept for two days”"])
    assert (quote.kind, quote.speaker) == ("mixed", BEN)


def test_a_label_of_what_somebody_complained_of() -> None:
    (quote,) = quotes(parsed.SHAM, named=[(0, "Marsh", ADA)])
    assert parts(quote) == ("Marsh", "complained of", ["The “sham” sale"])
    assert (quote.kind, [q.exact for q in quote.quoted], quote.speaker) == ("mixed", ["sham"], ADA)


def test_they_are_the_last_who_were_several() -> None:
    _, quote = quotes(parsed.OFFICIALS, parsed.THEY)
    assert (quote.speaker_name, quote.reason) == ("Two officials", '"they": the last source in the plural')


def test_a_label_speaks_for_nobody() -> None:
    (quote,) = quotes(parsed.LABEL)
    assert (quote.source, quote.speaker_name) == (None, None)


def test_two_runs_are_alike() -> None:
    paragraphs = (parsed.REPORTERS, parsed.SHE_ADDED, parsed.INVERTED)
    assert quotes(*paragraphs) == quotes(*paragraphs)
