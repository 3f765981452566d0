"""A name that one article introduces is known in the others, when all are read together and when one is added."""

from pathlib import Path

import pytest

from kb import make
from kb.discovery.elsewhere import Gathered, joined
from kb.model import Entity
from kb.store import Archive
from kb.text import fold

FIRM = Entity("found:锦瀚纺织", "company", {"zh-Hant": "錦瀚紡織", "en": "Jinhan Textile"}, ("錦瀚紡織", "錦瀚"))
INTRODUCES = "錦瀚紡織（Jinhan Textile，688899.SH）2月公布年報，營收為27.9億元。"
MENTIONS = "鞋面由紹興的錦瀚紡織供應。資料顯示，錦瀚紡織成立於1988年，現有員工約3,100人。"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("鞋面由錦瀚紡織供應。", True),
        ("鞋面由錦瀚供應。", False),  # the short name alone may be anybody's
        ("Shoes are made by Jinhan Textile.", True),
        ("Shoes are made by Jinhan Textiles Overseas.", False),
    ],
)
def test_only_full_names_are_known(text: str, named: bool) -> None:
    assert bool(Gathered([FIRM]).within(fold(text))) == named


def test_what_an_article_introduces_itself_goes_first() -> None:
    other = Entity("found:x", "product", {"zh-Hant": "錦瀚紡織"}, ())
    assert joined([other], Gathered([FIRM]), fold("錦瀚紡織")) == [other]


def test_one_firm_in_two_languages_is_one() -> None:
    english = Entity("found:jinhan textile", "company", {"en": "Jinhan Textile"}, ("Jinhan Textile", "Jinhan"))
    text = fold("Jinhan Textile said its sales rose.")
    assert [e.id for e in joined([english], Gathered([FIRM, english]), text)] == [FIRM.id]
    assert [e.id for e in joined([FIRM], Gathered([FIRM, english]), fold(INTRODUCES))] == [FIRM.id]
    person = Entity("found:jinhan textile", "person", {"en": "Jinhan Textile"}, ())
    assert [e.id for e in joined([person], Gathered([FIRM]), text)] == [person.id]


LONG = Entity("found:沅溪电池科技", "company", {"zh-Hant": "沅溪電池科技", "en": "Yuanxi Cells"}, ("沅溪電池科技", "沅溪電池"))


@pytest.mark.parametrize(
    ("short", "one"),
    [
        (Entity("found:沅溪电池", "company", {"zh-Hant": "沅溪電池", "en": "Yuanxi Cells"}, ("沅溪電池",)), True),
        (Entity("found:沅溪电池", "company", {"zh-Hant": "沅溪電池"}, ("沅溪電池",)), True),
        (Entity("found:沅溪电池", "company", {"zh-Hant": "沅溪電池", "en": "Old Creek Cells"}, ("沅溪電池",)), False),  # another firm
        (Entity("found:沅溪", "company", {"zh-Hant": "沅溪"}, ("沅溪",)), False),  # no more than a place's name
    ],
)
def test_a_firm_and_its_short_name_are_one(short: Entity, one: bool) -> None:
    text = fold("沅溪電池科技（Yuanxi Cells，簡稱「沅溪電池」）今天上市。")
    assert [e.id for e in joined([LONG], Gathered([LONG, short]), text)][:1] == [short.id if one else LONG.id]
    assert [e.id for e in joined([short], Gathered([LONG, short]), text)][:1] == [short.id]
    if one and "en" in short.names:  # what is added later goes to the firm that is there
        assert [e.id for e in joined([short], Gathered([LONG]), fold("Yuanxi Cells 沅溪電池"))] == [LONG.id]


@pytest.mark.parametrize("added", [False, True])
def test_a_firm_presented_elsewhere_has_its_figures(tmp_path: Path, added: bool) -> None:
    (tmp_path / "one.txt").write_text(f"年報\n來源：甲報\n{INTRODUCES}", encoding="utf-8")
    (tmp_path / "two.txt").write_text(f"跑鞋\n來源：乙報\n{MENTIONS}", encoding="utf-8")
    db = tmp_path / "archive.db"
    if added:
        make.build([tmp_path / "one.txt"], db)
        make.add([tmp_path / "two.txt"], db)
    else:
        make.build([tmp_path / "two.txt", tmp_path / "one.txt"], db)
    with Archive(db) as archive:
        told = {f.measure for f in archive.facts(subject="found:锦瀚纺织")}
    assert {"revenue", "employees", "founding-date"} <= told


def test_a_new_paragraph_is_of_whom_the_article_is_about(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(f"年報\n來源：甲報\n{INTRODUCES}", encoding="utf-8")
    (tmp_path / "two.md").write_text(
        "---\ntitle: 馳岳體育推出跑鞋\npublisher: 乙報\n---\n\n馳岳體育（02999.HK）發布跑鞋。鞋面由錦瀚紡織供應。\n\n2025年其營收為92.4億元。\n",
        encoding="utf-8",
    )
    make.build([tmp_path], tmp_path / "archive.db")
    with Archive(tmp_path / "archive.db") as archive:
        assert "92.4億元" in {f.quantity.raw for f in archive.facts(subject="found:驰岳体育")}
