from __future__ import annotations

from variorum.reconcile.voices import two_voices


def test_two_speakers_are_two_voices_in_one_report_too() -> None:
    assert two_voices(("a", "Mara Ilves"), ("a", "Teo Roan"))
    assert two_voices(("a", "Mara Ilves"), ("a", None))


def test_one_speaker_is_one_voice_in_two_reports() -> None:
    assert not two_voices(("a", "Mara Ilves"), ("b", "Mara Ilves"))


def test_the_outlets_of_two_reports_are_two_voices() -> None:
    assert two_voices(("a", None), ("b", None))
    assert not two_voices(("a", None), ("a", None))
