"""Questions in one language, over articles in the other."""

from __future__ import annotations

from kb import dictionary, spelt
from kb.text import fold


def test_names_from_elsewhere_are_found_by_sound() -> None:
    for latin, chinese in (("peterson", "彼得森"), ("garcia", "加西亞"), ("thompson", "湯普森"), ("walker", "沃克"), ("hartwell", "哈特韋爾"), ("musk", "馬斯克"), ("lopez", "洛佩斯")):
        name = fold(chinese)
        assert name in spelt.spellings(latin, {name[i : i + 2] for i in range(len(name) - 1)}.__contains__), latin


def test_other_names_are_not() -> None:
    name = fold("馬丁內斯")
    pairs = {name[i : i + 2] for i in range(len(name) - 1)}
    for latin in ("peterson", "walker", "moreno", "bergmann", "marco", "dixon"):
        assert not spelt.spellings(latin, pairs.__contains__), latin


def test_words_made_from_a_gloss_and_longer_glosses_are_kept() -> None:
    back = dictionary.back_glosses({"compensation", "petition", "signatur", "passenger", "farmer"})
    assert "compensation" in back["赔偿"]
    assert "signatur" in back["联署"]
    assert "farmer" in back["农民"]
